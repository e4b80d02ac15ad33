package org.hamtlab.experiments.key;

import java.util.Comparator;
import java.util.List;

/**
 * What chance allows: bounds on counts, which something truly random passes less than once in ten
 * thousand million times. Few values prove nothing and pass.
 *
 * <p><b>Source.</b> Bernstein's inequality for counts of independent draws, and of draws without
 * replacement (Hoeffding, Probability Inequalities for Sums of Bounded Random Variables, 1963,
 * doi:10.1080/01621459.1963.10500830); the ascents of a random permutation of n are distributed as
 * the whole part of a sum of n uniform variables (Stanley 1977), to which Hoeffding's bound
 * applies.
 */
public final class Chance {
  /** Minus the natural logarithm of the bound of each tail. */
  private static final double STRICTNESS = 24;

  private Chance() {}

  /** Whether so many of some draws may be of a kind that has a probability. */
  public static boolean allows(long count, long draws, double probability) {
    double third = STRICTNESS / 3;
    double variance = draws * probability * (1 - probability);
    double most = third + Math.sqrt(third * third + 2 * STRICTNESS * variance);
    return Math.abs(count - draws * probability) <= most;
  }

  /** Whether values may stand in random order: as often one is above the last as below it. */
  public static <T> boolean isShuffled(List<T> values, Comparator<? super T> order) {
    long excess = 0;
    for (int index = 1; index < values.size(); index++) {
      excess += Integer.signum(order.compare(values.get(index - 1), values.get(index)));
    }
    return Math.abs(excess) <= 2 + Math.sqrt(2 * STRICTNESS * values.size());
  }
}
