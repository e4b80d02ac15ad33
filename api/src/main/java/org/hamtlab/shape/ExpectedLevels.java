package org.hamtlab.shape;

import java.util.List;

/**
 * What a perfect hash gives in the mean, level by level, as {@link Shape} counts it.
 *
 * @param leaves leaf nodes by level, index 0 unused
 * @param branches branches by level; empty where branches skip levels, which levels is not known
 */
public record ExpectedLevels(List<Double> leaves, List<Double> branches) {

  /** Copies both. */
  public ExpectedLevels {
    leaves = List.copyOf(leaves);
    branches = List.copyOf(branches);
  }
}
