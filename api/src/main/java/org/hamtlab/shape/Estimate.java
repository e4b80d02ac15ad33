package org.hamtlab.shape;

/**
 * What the shape oracle expects of one counter.
 *
 * @param expected the expectation over perfect hashes
 * @param sd the standard deviation
 * @param method how both were obtained
 */
public record Estimate(double expected, double sd, Method method) {

  /** How an estimate was obtained. */
  public enum Method {
    /** From the probabilities of cells. */
    CLOSED_FORM("closed-form"),
    /** From seeded random tries. */
    SIMULATED("simulated"),
    /** From seeded maps of the composition itself, filled with keys of random hash. */
    DRAWN("drawn");

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

  /**
   * Mean and deviation of independent tries.
   *
   * @param values what each try gave, at least two
   */
  public static Estimate of(double[] values, Method method) {
    // Differences to the first value cancel less than the values themselves.
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value - values[0];
      squares += (value - values[0]) * (value - values[0]);
    }
    double mean = sum / values.length;
    double variance = Math.max(0, squares - sum * mean) / (values.length - 1);
    return new Estimate(values[0] + mean, Math.sqrt(variance), method);
  }

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
