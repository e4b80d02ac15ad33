package org.hamtlab.shape;

/**
 * What the shape oracle expects of one counter.
 *
 * @param expected the expectation over perfect hashes
 * @param sd the standard deviation; {@code NaN} where no closed form is known
 */
public record Estimate(double expected, double sd) {

  /** Distance of a measured value from the expectation, in standard deviations. */
  public double z(double measured) {
    return sd == 0 && measured == expected ? 0 : (measured - expected) / sd;
  }
}
