package org.hamtlab.papers.page;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where values stand on a line of so many pixels.
 *
 * @param low value at the beginning
 * @param high value at the end
 * @param isLog whether equal ratios have equal lengths
 * @param start first pixel
 * @param end last pixel
 */
record Axis(double low, double high, boolean isLog, double start, double end) {
  private static final double[] STEPS = {1, 2, 5};
  private static final double LEAST_GAP = 45;

  /** An axis that holds all values; a linear one begins at zero. */
  static Axis around(DoubleStream values, boolean isLog, double start, double end) {
    double[] finite = values.filter(Double::isFinite).filter(v -> !isLog || v > 0).toArray();
    double least = DoubleStream.of(finite).min().orElse(isLog ? 0.5 : 0);
    double most = DoubleStream.of(finite).max().orElse(1);
    if (!isLog) {
      return new Axis(Math.min(0, least * 1.05), most > 0 ? most * 1.05 : 1, false, start, end);
    }
    double margin = Math.max(Math.pow(most / least, 0.06), 1.03);
    return new Axis(least / margin, most * margin, true, start, end);
  }

  /** A linear axis that holds all values and no more, with room at both ends. */
  static Axis over(DoubleStream values, double start, double end) {
    DoubleSummaryStatistics all = values.summaryStatistics();
    double room = Math.max(0.04 * (all.getMax() - all.getMin()), 0.01);
    return new Axis(all.getMin() - room, all.getMax() + room, false, start, end);
  }

  boolean holds(double value) {
    return low <= value && value <= high;
  }

  double at(double value) {
    double inside = Math.clamp(value, low, high);
    double share =
        isLog ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
    return start + share * (end - start);
  }

  /** Round values inside, some four to ten. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (isLog && high / low > 5) {
      for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
        for (double step : high / low > 1000 ? new double[] {1} : STEPS) {
          add(ticks, step * Math.pow(10, power));
        }
      }
      return ticks;
    }
    double step = step((high - low) / Math.max(4, Math.abs(end - start) / LEAST_GAP));
    for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
      add(ticks, tick);
    }
    return ticks;
  }

  private void add(List<Double> ticks, double value) {
    if (holds(value)) {
      ticks.add(value);
    }
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double step : STEPS) {
      if (step * power >= rough) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** A tick's label: no digit that says nothing. */
  static String label(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return trimmed(value / 1e6) + "M";
    }
    return size >= 10_000 ? trimmed(value / 1e3) + "k" : trimmed(value);
  }

  private static String trimmed(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
  }
}
