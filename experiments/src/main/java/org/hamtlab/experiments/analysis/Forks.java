package org.hamtlab.experiments.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Interval;

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

  /**
   * Geometric mean over several cells whose forks come in the same order.
   *
   * @param cells their forks; those beyond the fewest that any cell has are left out
   */
  public static Forks mean(List<Forks> cells) {
    int forks = cells.stream().mapToInt(Forks::count).min().orElse(0);
    return new Forks(IntStream.range(0, forks).mapToObj(fork -> mean(cells, fork)).toList());
  }

  private static double[] mean(List<Forks> cells, int fork) {
    List<double[]> arrays = cells.stream().map(cell -> cell.logs.get(fork)).toList();
    int iterations = arrays.getFirst().length;
    if (arrays.stream().anyMatch(array -> array.length != iterations)) {
      return new double[] {mean(arrays.stream().mapToDouble(Forks::mean).toArray())};
    }
    return IntStream.range(0, iterations)
        .mapToDouble(i -> mean(arrays.stream().mapToDouble(array -> array[i]).toArray()))
        .toArray();
  }

  /**
   * Ratios to another side, fork by fork and within a fork iteration by iteration: what disturbs
   * both cancels. Forks beyond the fewest of both are left out.
   */
  public Forks over(Forks other) {
    Forks inverse =
        new Forks(other.logs.stream().map(f -> Arrays.stream(f).map(x -> -x).toArray()).toList());
    return new Forks(
        mean(List.of(this, inverse)).logs.stream()
            .map(fork -> Arrays.stream(fork).map(x -> 2 * x).toArray())
            .toList());
  }

  /**
   * The geometric mean with its interval, no longer logarithms: Student's over forks. Of one fork
   * alone it is what its iterations tell, which is no ground for a claim (R9).
   */
  public Interval interval(double confidence) {
    double[] independent = count() > 1 ? means() : logs.getFirst();
    return independent.length > 1
        ? Estimate.of(independent).interval(confidence)
        : new Interval(Math.exp(mean()), Math.exp(mean()), Math.exp(mean()));
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
