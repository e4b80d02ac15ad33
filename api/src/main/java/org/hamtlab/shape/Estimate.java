package org.hamtlab.shape;

/**
 * What the shape oracle expects of one counter.
 *
 * @param expected the expectation over perfect hashes; {@code NaN} if the method is {@code NONE}
 * @param sd the standard deviation; {@code NaN} if the method is {@code NONE}
 * @param method how both were obtained
 */
public record Estimate(double expected, double sd, Method method) {

  /** How an estimate was obtained. */
  public enum Method {
    /** From the probabilities of cells. */
    CLOSED_FORM("closed-form"),
    /** From seeded random tries. */
    SIMULATED("simulated"),
    /** Not at all: no closed form is known and the map is too large to simulate. */
    NONE("none");

    private final String key;

    Method(String key) {
      this.key = key;
    }

    /** The word in reports. */
    public String key() {
      return key;
    }

    @Override
    public String toString() {
      return key;
    }
  }

  static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN, Method.NONE);

  static Estimate closedForm(double expected, double variance) {
    return new Estimate(expected, Math.sqrt(variance), Method.CLOSED_FORM);
  }

  /**
   * Distance of a measured value from the expectation, in standard deviations. Where there is no
   * deviation, a value that differs by rounding alone is at distance 0.
   */
  public double z(double measured) {
    boolean isEqual = Math.abs(measured - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
    return sd == 0 && isEqual ? 0 : (measured - expected) / sd;
  }
}
