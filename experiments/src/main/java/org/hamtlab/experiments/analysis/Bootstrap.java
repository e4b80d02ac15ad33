package org.hamtlab.experiments.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Hierarchical bootstrap of means of logarithms: forks are drawn with replacement, then iterations
 * within each fork drawn.
 *
 * <p>Source: T. Kalibera, R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013,
 * doi:10.1145/2464157.2464160; percentile intervals. With few forks such intervals are narrow
 * rather than wide, one reason why results of a sweep are exploratory.
 */
final class Bootstrap {
  private final int resamples;
  private final double confidence;

  Bootstrap(int resamples, double confidence) {
    this.resamples = resamples;
    this.confidence = confidence;
  }

  /**
   * An estimate with its interval, no longer logarithms.
   *
   * @param value point estimate
   * @param low lower end
   * @param high upper end
   */
  record Interval(double value, double low, double high) {}

  /** Geometric mean of the forks' geometric means. */
  Interval time(Forks forks, long seed) {
    double[] draws = draws(forks, new Random(seed));
    return interval(forks.mean(), draws);
  }

  /** Ratio of two geometric means; the sides are drawn independently. */
  Interval ratio(Forks subject, Forks baseline, long seed) {
    Random random = new Random(seed);
    double[] draws = draws(subject, random);
    double[] others = draws(baseline, random);
    for (int i = 0; i < draws.length; i++) {
      draws[i] -= others[i];
    }
    return interval(subject.mean() - baseline.mean(), draws);
  }

  private double[] draws(Forks forks, Random random) {
    double[] draws = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      draws[i] = draw(forks.logs(), random);
    }
    return draws;
  }

  private static double draw(List<double[]> forks, Random random) {
    double sum = 0;
    for (int i = 0; i < forks.size(); i++) {
      double[] fork = forks.get(random.nextInt(forks.size()));
      double inner = 0;
      for (int j = 0; j < fork.length; j++) {
        inner += fork[random.nextInt(fork.length)];
      }
      sum += inner / fork.length;
    }
    return sum / forks.size();
  }

  private Interval interval(double estimate, double[] draws) {
    Arrays.sort(draws);
    double tail = (1 - confidence) / 2;
    return new Interval(
        Math.exp(estimate), Math.exp(quantile(draws, tail)), Math.exp(quantile(draws, 1 - tail)));
  }

  /** Quantile of sorted values, linear between order statistics (type 7). */
  static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
