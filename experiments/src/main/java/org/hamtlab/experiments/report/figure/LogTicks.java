package org.hamtlab.experiments.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ticks of a logarithmic axis of ratios, its ends being the first and the last: steps of one size
 * where they fit, else powers of one base.
 *
 * @param at the ticks, ascending
 */
record LogTicks(List<Double> at) {
  private static final List<Double> STEPS = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5);
  private static final double NARROW = 4;
  private static final int MOST = 7;
  private static final double ROUNDING = 1e-9;

  /** Ticks around values and 1. */
  static LogTicks of(double[] values) {
    double low = Math.min(0.95, Arrays.stream(values).min().orElse(1));
    double high = Math.max(1.05, Arrays.stream(values).max().orElse(1));
    return high / low <= NARROW ? steps(low, high) : powers(low, high);
  }

  private static LogTicks steps(double low, double high) {
    double step =
        STEPS.stream().filter(each -> (high - low) / each <= MOST).findFirst().orElse(0.5);
    return between(low / step, high / step, at -> at * step);
  }

  private static LogTicks powers(double low, double high) {
    double decades = Math.log(high / low);
    double base =
        Stream.of(2.0, 4.0, 10.0)
            .filter(each -> decades / Math.log(each) < MOST)
            .findFirst()
            .orElse(100.0);
    return between(
        Math.log(low) / Math.log(base), Math.log(high) / Math.log(base), at -> Math.pow(base, at));
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
