package org.hamtlab.experiments.analysis.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a series where its mean shifts: the cut that minimises squared distances from the segments'
 * means, in units of the noise, plus a penalty a shift.
 *
 * <p>Exact, by dynamic programming in n² steps. The noise is the median distance of neighbours,
 * which a few shifts do not inflate.
 *
 * <p>Source: B. Jackson et al., "An algorithm for optimal partitioning of data on an interval",
 * IEEE Signal Processing Letters 12, 2005, doi:10.1109/LSP.2001.838216; R. Killick, P. Fearnhead,
 * I. A. Eckley, "Optimal Detection of Changepoints With a Linear Computational Cost", JASA 107,
 * 2012 (the same minimum, with pruning).
 */
final class Segments {
  /** A lone iteration is an outlier, not a level. */
  private static final int LEAST_LENGTH = 2;

  /**
   * Times log n: the price of a shift. The usual 2 holds for known noise; noise estimated from a
   * handful of neighbours asks for more.
   */
  private static final double PENALTY = 8;

  /** Neighbours of a normal series differ by a median of 0.6745·√2 standard deviations. */
  private static final double MEDIAN_DISTANCE = 0.6745 * Math.sqrt(2);

  /** Noise below a tenth of a percent is the clock's. */
  private static final double LEAST_NOISE = 0.001;

  private Segments() {}

  /**
   * Index of the first element of every segment.
   *
   * @param noise standard deviation within a segment
   */
  static List<Integer> starts(double[] series, double noise) {
    int n = series.length;
    double[] sums = new double[n + 1];
    double[] squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + series[i] - series[0];
      squares[i + 1] = squares[i] + (series[i] - series[0]) * (series[i] - series[0]);
    }
    double penalty = PENALTY * Math.log(n) * noise * noise;
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int end = LEAST_LENGTH; end <= n; end++) {
      for (int start = 0; start <= end - LEAST_LENGTH; start++) {
        double sum = sums[end] - sums[start];
        double cost = squares[end] - squares[start] - sum * sum / (end - start);
        if (best[start] + cost + penalty < best[end]) {
          best[end] = best[start] + cost + penalty;
          from[end] = start;
        }
      }
    }
    return traced(from);
  }

  private static List<Integer> traced(int[] from) {
    List<Integer> starts = new ArrayList<>();
    for (int end = from.length - 1; end > 0; end = from[end]) {
      starts.addFirst(from[end]);
    }
    return starts;
  }

  /** Noise of a series that shifts now and then. */
  static double noise(double[] series) {
    double[] distances = new double[series.length - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(series[i + 1] - series[i]);
    }
    Arrays.sort(distances);
    double median = (distances[(distances.length - 1) / 2] + distances[distances.length / 2]) / 2;
    return Math.max(LEAST_NOISE, median / MEDIAN_DISTANCE);
  }
}
