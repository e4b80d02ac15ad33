package org.hamtlab.experiments.analysis.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Variance of logarithms by its origin: iterations within a fork, and forks.
 *
 * <p>One-way random effects, estimated by mean squares; an estimate below 0 is taken as 0. Forks of
 * unequal length count with their harmonic mean.
 *
 * <p>Source: T. Kalibera, R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013, §6,
 * doi:10.1145/2464157.2464160; O. L. Davies, P. L. Goldsmith, "Statistical Methods in Research and
 * Production", 1972, §6.4 (worked example).
 *
 * @param iteration variance of iterations within a fork
 * @param fork variance of forks
 */
public record VarianceComponents(double iteration, double fork) {

  /** The components of a cell; each array is a fork. */
  public static VarianceComponents of(List<double[]> forks) {
    int degrees = forks.stream().mapToInt(f -> f.length - 1).sum();
    double within = forks.stream().mapToDouble(Moments::squares).sum();
    double iteration = degrees == 0 ? 0 : within / degrees;
    if (forks.size() < 2) {
      return new VarianceComponents(iteration, 0);
    }
    double[] means = forks.stream().mapToDouble(Moments::mean).toArray();
    double length = forks.size() / Arrays.stream(lengths(forks)).mapToDouble(n -> 1.0 / n).sum();
    double fork = Math.max(0, Moments.variance(means) - iteration / length);
    return new VarianceComponents(iteration, fork);
  }

  private static int[] lengths(List<double[]> forks) {
    return forks.stream().mapToInt(f -> f.length).toArray();
  }

  /**
   * Iterations in a fork that give the narrowest interval in a given time: √(c₂/c₁ · σ₁²/σ₂²).
   *
   * @param forkCost time that a fork takes before its first iteration
   * @param iterationCost time of an iteration, in the same unit
   * @param most answer where forks do not vary at all
   */
  public int iterationsWorthTaking(double forkCost, double iterationCost, int most) {
    if (fork <= 0) {
      return most;
    }
    double best = Math.sqrt(forkCost / iterationCost * iteration / fork);
    return (int) Math.clamp(Math.ceil(best), 1, most);
  }
}
