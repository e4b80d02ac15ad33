package org.hamtlab.experiments.analysis.inference;

/** Mean and variance. */
public final class Moments {
  private Moments() {}

  /** Arithmetic mean. */
  public static double mean(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Sum of squared distances from the mean. */
  public static double squares(double... values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /** Variance with n − 1. */
  public static double variance(double... values) {
    return squares(values) / (values.length - 1);
  }
}
