package org.hamtlab.shape;

/**
 * What the shape oracle expects of one counter.
 *
 * @param expected the expectation over perfect hashes
 * @param sd the standard deviation; {@code NaN} where no closed form is known
 */
public record Estimate(double expected, double sd) {

  /**
   * Distance of a measured value from the expectation, in standard deviations. Where there is no
   * deviation, a value that differs by rounding alone is at distance 0.
   */
  public double z(double measured) {
    boolean isEqual = Math.abs(measured - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
    return sd == 0 && isEqual ? 0 : (measured - expected) / sd;
  }
}
