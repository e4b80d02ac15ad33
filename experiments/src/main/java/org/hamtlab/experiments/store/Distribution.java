package org.hamtlab.experiments.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * How numbers are distributed. A percentile is the least of them that so large a part did not
 * exceed.
 *
 * @param mean their arithmetic mean
 * @param p50 the median
 * @param p99 what one in a hundred exceeds
 * @param max the largest
 */
public record Distribution(double mean, long p50, long p99, long max) {

  /** The distribution of numbers; none if there are none. */
  public static Optional<Distribution> of(int[] numbers) {
    if (numbers.length == 0) {
      return Optional.empty();
    }
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return Optional.of(
        new Distribution(
            Arrays.stream(sorted).asLongStream().sum() / (double) sorted.length,
            percentile(sorted, 0.50),
            percentile(sorted, 0.99),
            sorted[sorted.length - 1]));
  }

  private static int percentile(int[] sorted, double part) {
    return sorted[(int) Math.ceil(part * sorted.length) - 1];
  }
}
