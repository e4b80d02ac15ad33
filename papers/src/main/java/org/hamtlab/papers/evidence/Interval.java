package org.hamtlab.papers.evidence;

import java.util.Locale;

/**
 * An estimate with its interval at 95 % confidence.
 *
 * @param value the estimate
 * @param low lower end
 * @param high upper end
 * @param replicates how many it rests on
 */
public record Interval(double value, double low, double high, int replicates) {

  /** The reciprocal: time ratios become speed-ups. */
  public Interval inverse() {
    return new Interval(1 / value, 1 / high, 1 / low, replicates);
  }

  /** The same times a positive number. */
  public Interval times(double factor) {
    return new Interval(value * factor, low * factor, high * factor, replicates);
  }

  /** Wider by a share on both sides, such as the drift of a control (R5). */
  public Interval widened(double share) {
    return new Interval(value, low / (1 + share), high * (1 + share), replicates);
  }

  /** Estimate and interval with three significant digits. */
  public String text() {
    return digits(value) + " [" + digits(low) + ", " + digits(high) + "]";
  }

  /** A number with three significant digits, or all of its integer part. */
  public static String digits(double number) {
    double size = Math.abs(number);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
