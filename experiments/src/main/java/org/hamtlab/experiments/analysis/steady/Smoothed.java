package org.hamtlab.experiments.analysis.steady;

/**
 * A running median of three: a lone outlier disappears, a shift stays where it is. The first
 * element is kept, because a slow first iteration is warm-up; the last follows Tukey's end-point
 * rule.
 *
 * <p>Source: J. W. Tukey, "Exploratory Data Analysis", 1977, chapter 7.
 */
final class Smoothed {
  private Smoothed() {}

  static double[] of(double[] series) {
    int n = series.length;
    double[] smooth = series.clone();
    for (int i = 1; i < n - 1; i++) {
      smooth[i] = median(series[i - 1], series[i], series[i + 1]);
    }
    if (n > 2) {
      smooth[n - 1] = median(series[n - 1], series[n - 2], series[n - 3]);
    }
    return smooth;
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
