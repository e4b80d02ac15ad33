package org.hamtlab.experiments.analysis.steady;

import java.util.Arrays;
import java.util.List;
import org.hamtlab.experiments.analysis.inference.Moments;

/**
 * Classifies a fork by the level shifts in its iterations, warm-up ones included.
 *
 * <p>Shifts are found as {@link Segments} says; neighbours whose means differ by less than the
 * smallest effect count as one. A fork is steady if the last segment covers every iteration that
 * counts; then segments before it that are slower make a warm-up, faster ones a slowdown.
 *
 * <p>Source: E. Barrett, C. F. Bolz-Tereick, R. Killick, S. Mount, L. Tratt, "Virtual Machine
 * Warmup Blows Hot and Cold", OOPSLA 2017, doi:10.1145/3133876, §4. Deviations: they have 2,000
 * iterations and demand that the last 500 be level; we have about ten, so a segment may be two
 * iterations long, shifts smaller than the noise between neighbours are not seen, and a warm-up
 * that lasts longer than the fork looks like a flat one.
 */
public final class Classifier {
  /** With fewer iterations a shift cannot be told from noise. */
  private static final int LEAST_ITERATIONS = 6;

  private final double tolerance;

  /** A classifier to which shifts below the smallest effect, a share, are none. */
  public Classifier(double smallestEffect) {
    this.tolerance = Math.log1p(smallestEffect);
  }

  /**
   * The course of one fork.
   *
   * @param warmup logarithms of iterations that do not count
   * @param measured logarithms of those that do
   */
  public Course classify(double[] warmup, double[] measured) {
    double[] all = Arrays.copyOf(warmup, warmup.length + measured.length);
    System.arraycopy(measured, 0, all, warmup.length, measured.length);
    if (all.length < LEAST_ITERATIONS) {
      return Course.UNKNOWN;
    }
    double noise = Segments.noise(all);
    all = Smoothed.of(all);
    int[] starts = merged(all, Segments.starts(all, noise));
    int last = starts[starts.length - 1];
    if (last == 0) {
      return Course.FLAT;
    }
    if (last > warmup.length) {
      return Course.NO_STEADY_STATE;
    }
    double before = Moments.mean(Arrays.copyOf(all, last));
    double steady = Moments.mean(Arrays.copyOfRange(all, last, all.length));
    return before > steady ? Course.WARM_UP : Course.SLOWDOWN;
  }

  /** Joins, from the end, neighbours that differ by less than the tolerance. */
  private int[] merged(double[] all, List<Integer> starts) {
    int[] kept = {starts.getLast()};
    int end = all.length;
    for (int i = starts.size() - 1; i > 0; i--) {
      int middle = starts.get(i);
      double later = Moments.mean(Arrays.copyOfRange(all, kept[0], end));
      double earlier = Moments.mean(Arrays.copyOfRange(all, starts.get(i - 1), middle));
      if (Math.abs(later - earlier) < tolerance) {
        kept[0] = starts.get(i - 1);
      } else {
        int[] longer = new int[kept.length + 1];
        longer[0] = starts.get(i - 1);
        System.arraycopy(kept, 0, longer, 1, kept.length);
        end = kept[0];
        kept = longer;
      }
    }
    return kept;
  }
}
