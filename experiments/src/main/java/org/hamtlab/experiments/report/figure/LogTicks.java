package org.hamtlab.experiments.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Ticks of a logarithmic axis of ratios, its ends being the first and the last: steps of one size
 * where they fit, else 1, 2 and 5 of every decade, else decades.
 *
 * @param at the ticks, ascending
 */
record LogTicks(List<Double> at) {
  private static final List<Double> STEPS = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);
  private static final double NARROW = 4;
  private static final int MOST_STEPS = 7;
  private static final int MOST = 9;
  private static final int[] THIRDS = {1, 2, 5};
  private static final int FARTHEST = 60;
  private static final double ROUNDING = 1e-9;

  /** Ticks around values and 1. */
  static LogTicks of(double[] values) {
    double low = Math.min(0.95, Arrays.stream(values).min().orElse(1));
    double high = Math.max(1.05, Arrays.stream(values).max().orElse(1));
    if (high / low <= NARROW) {
      double step = STEPS.stream().filter(s -> (high - low) / s <= MOST_STEPS).findFirst().get();
      return between(low / step, high / step, at -> at * step);
    }
    return decades(low, high);
  }

  /** Ticks around positive values that have nothing to do with 1. */
  static LogTicks apart(double[] values) {
    return decades(Arrays.stream(values).min().orElse(1), Arrays.stream(values).max().orElse(1));
  }

  private static LogTicks decades(double low, double high) {
    LogTicks thirds = thirds(low, high);
    return thirds.at().size() <= MOST
        ? thirds
        : between(Math.log10(low), Math.log10(high), at -> Math.pow(10, at));
  }

  /** 1, 2 and 5 of every decade. */
  private static LogTicks thirds(double low, double high) {
    int from = -FARTHEST;
    while (third(from + 1) <= low * (1 + ROUNDING)) {
      from++;
    }
    int to = from + 1;
    while (third(to) < high * (1 - ROUNDING)) {
      to++;
    }
    return between(from, to, LogTicks::third);
  }

  private static double third(int at) {
    return THIRDS[Math.floorMod(at, 3)] * Math.pow(10, Math.floorDiv(at, 3));
  }

  private static LogTicks between(double low, double high, IntToDoubleFunction value) {
    int from = (int) Math.floor(low + ROUNDING);
    int to = (int) Math.ceil(high - ROUNDING);
    return new LogTicks(
        IntStream.rangeClosed(from, to).mapToDouble(value).map(LogTicks::rounded).boxed().toList());
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(6)).doubleValue();
  }

  double first() {
    return at.getFirst();
  }

  double last() {
    return at.getLast();
  }

  /** A tick as it is written. */
  static String text(double tick) {
    return new BigDecimal(Double.toString(tick)).stripTrailingZeros().toPlainString();
  }
}
