package org.hamtlab.shape;

import java.util.Optional;

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
   * deviation, a value that differs by rounding alone is at distance 0, and any other one at none
   * that could be told: not a number, see {@link #whyNoDistance}.
   */
  public double z(double measured) {
    if (sd > 0) {
      return (measured - expected) / sd;
    }
    boolean isEqual = Math.abs(measured - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
    return isEqual ? 0 : Double.NaN;
  }

  /** Why a measured value is at no distance that could be told; empty if it is at one. */
  public Optional<String> whyNoDistance(double measured) {
    if (!Double.isNaN(z(measured))) {
      return Optional.empty();
    }
    String side = measured < expected ? "below" : "above";
    return Optional.of(
        method == Method.CLOSED_FORM
            ? side + " the only value that is possible"
            : side + " what every try gave");
  }
}
