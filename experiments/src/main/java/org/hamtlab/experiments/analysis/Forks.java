package org.hamtlab.experiments.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * Logarithms of times, one array a fork, one number an iteration.
 *
 * @param logs the logarithms; each fork has at least one
 */
public record Forks(List<double[]> logs) {

  /** Takes times in nanoseconds. */
  public static Forks ofTimes(List<double[]> times) {
    return new Forks(times.stream().map(t -> Arrays.stream(t).map(Math::log).toArray()).toList());
  }

  /** Number of forks. */
  public int count() {
    return logs.size();
  }

  /** Number of iterations over all forks. */
  int iterations() {
    return logs.stream().mapToInt(l -> l.length).sum();
  }

  /** Mean logarithm of each fork. */
  double[] means() {
    return logs.stream().mapToDouble(Forks::mean).toArray();
  }

  /** Mean of the forks' means, so that every fork weighs the same. */
  double mean() {
    return mean(means());
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
