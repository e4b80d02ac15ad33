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
public final class Bootstrap {
  private final int resamples;
  private final double confidence;

  /**
   * Creates a bootstrap.
   *
   * @param resamples number of draws
   * @param confidence of the intervals, below 1
   */
  public Bootstrap(int resamples, double confidence) {
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
  public record Interval(double value, double low, double high) {}

  /** Geometric mean of the forks' geometric means. */
  public Interval time(Forks forks, long seed) {
    double[] draws = draws(forks, new Random(seed));
    return interval(forks.mean(), draws);
  }

  /** Ratio of two geometric means; the sides are drawn independently. */
  public Interval ratio(Forks subject, Forks baseline, long seed) {
    Random random = new Random(seed);
    double[] draws = draws(subject, random);
    double[] others = draws(baseline, random);
    for (int i = 0; i < draws.length; i++) {
      draws[i] -= others[i];
    }
    return interval(subject.mean() - baseline.mean(), draws);
  }

  /**
   * Geometric mean, over several cells, of the ratios of two geometric means.
   *
   * @param subjects the numerators, one a cell
   * @param baselines the denominators of the same cells
   */
  public Interval meanRatio(List<Forks> subjects, List<Forks> baselines, long seed) {
    Random random = new Random(seed);
    double[] mean = new double[resamples];
    double estimate = 0;
    for (int cell = 0; cell < subjects.size(); cell++) {
      double[] draws = draws(subjects.get(cell), random);
      double[] others = draws(baselines.get(cell), random);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (draws[i] - others[i]) / subjects.size();
      }
      estimate += (subjects.get(cell).mean() - baselines.get(cell).mean()) / subjects.size();
    }
    return interval(estimate, mean);
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
