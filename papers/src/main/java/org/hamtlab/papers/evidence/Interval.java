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
    if (size == 0) {
      return "0";
    }
    int first = size >= 1 ? (int) Math.min(Math.log10(size), 2) : -leadingZeros(size);
    return String.format(Locale.ROOT, "%,." + (2 - first) + "f", number);
  }

  /** The place of the first digit behind the point that is not zero; beyond six none is shown. */
  private static int leadingZeros(double size) {
    return Math.min((int) Math.ceil(-Math.log10(size)), 6);
  }
}
