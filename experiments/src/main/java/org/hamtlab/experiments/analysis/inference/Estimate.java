package org.hamtlab.experiments.analysis.inference;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean of logarithms, one a block, with its standard error.
 *
 * <p>Blocks are randomised and complete, so a comparison is estimated within blocks: the difference
 * of two treatments' mean logarithms in a block, averaged over blocks. What all forks of a block
 * share cancels, and the differences contain the variance of forks and of iterations as it is.
 *
 * <p>The standard error is that of the hierarchical bootstrap which draws blocks with replacement
 * and keeps the iterations of each fork (drawing these with replacement too would count their
 * variance twice), in the limit of many resamples, with the factor n/(n−1) that its variance lacks.
 * Quantiles are Student's: percentiles of 3 to 5 blocks are far too narrow.
 *
 * <p>Source: A. C. Davison, D. V. Hinkley, "Bootstrap Methods and their Application", 1997, §3.8
 * (hierarchical data) and §2.4; T. Kalibera, R. Jones, "Quantifying Performance Changes with Effect
 * Size Confidence Intervals", 2012, arXiv:2007.10899.
 *
 * @param blocks number of blocks, two or more
 * @param mean mean of the logarithms
 * @param error its standard error
 */
public record Estimate(int blocks, double mean, double error) {

  /** Below this error, logarithms are taken as equal: a hundredth of a millionth. */
  private static final double LEAST_ERROR = 1e-8;

  /** The estimate from one logarithm a block. */
  public static Estimate of(double[] logs) {
    if (logs.length < 2) {
      throw new IllegalArgumentException(
          "blocks: " + logs.length + " (expected two or more to estimate an error)");
    }
    double mean = Moments.mean(logs);
    double error = Math.sqrt(Moments.variance(logs) / logs.length);
    return new Estimate(logs.length, mean, Math.max(error, LEAST_ERROR));
  }

  /** Half the width of the interval, as a logarithm. */
  public double halfWidth(double confidence) {
    return student().inverseSurvivalProbability((1 - confidence) / 2) * error;
  }

  /** The mean with its interval, no longer logarithms. */
  public Interval interval(double confidence) {
    double half = halfWidth(confidence);
    return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
  }

  /**
   * Two-sided p-value against the hypothesis that the mean lies within a margin of 0. With margin 0
   * it is Student's; it is below 1 − confidence just where the interval clears the margin.
   */
  public double pBeyond(double margin) {
    double distance = Math.max(0, Math.abs(mean) - margin);
    return Math.min(1, 2 * student().survivalProbability(distance / error));
  }

  /**
   * p-value of two one-sided tests (TOST) against the hypothesis that the mean lies at the margin
   * or beyond.
   *
   * <p>Source: D. J. Schuirmann, J. Pharmacokin. Biopharm. 15, 1987, doi:10.1007/BF01068419.
   */
  public double pWithin(double margin) {
    return student().survivalProbability((margin - Math.abs(mean)) / error);
  }

  private TDistribution student() {
    return TDistribution.of(blocks - 1);
  }
}
