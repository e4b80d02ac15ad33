package org.hamtlab.experiments.analysis.inference;

import org.apache.commons.statistics.distribution.TDistribution;

/** How many blocks an interval needs, given how far blocks differ. */
public final class Replicates {
  /** More than this is not recommended: the smallest effect is out of reach. */
  public static final int MOST = 200;

  private Replicates() {}

  /** Half the width of an interval of so many blocks whose logarithms deviate so far. */
  public static double halfWidth(double deviation, int blocks, double confidence) {
    double student = TDistribution.of(blocks - 1).inverseSurvivalProbability((1 - confidence) / 2);
    return student * deviation / Math.sqrt(blocks);
  }

  /** Fewest blocks, at least 3, whose interval is no wider; {@link #MOST} if none is. */
  public static int needed(double deviation, double halfWidth, double confidence) {
    for (int blocks = 3; blocks < MOST; blocks++) {
      if (halfWidth(deviation, blocks, confidence) <= halfWidth) {
        return blocks;
      }
    }
    return MOST;
  }
}
