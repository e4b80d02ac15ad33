package org.hamtlab.shape;

import org.hamtlab.spi.HashDigits;

/**
 * Cells of the levels of a trie under a perfect hash: at each level equally probable, each key in
 * one of them. Level {@code levels()} is that of the leaves, one cell a path.
 */
final class Cells {
  private final double entries;
  private final int levels;
  private final double[] probabilities;

  Cells(long entries, HashDigits digits) {
    this.entries = entries;
    this.levels = digits.levels();
    this.probabilities = new double[levels + 1];
    for (int level = 0; level <= levels; level++) {
      probabilities[level] = Math.scalb(1.0, -Math.min(level * digits.span(), digits.hashBits()));
    }
  }

  double entries() {
    return entries;
  }

  int levels() {
    return levels;
  }

  /** The probability of one cell. */
  double probability(int level) {
    return probabilities[level];
  }

  /** Expected number of cells that hold a key. */
  double occupied(int level) {
    double p = probabilities[level];
    return p == 1 ? 1 : -Math.expm1(entries * Math.log1p(-p)) / p;
  }

  /** Expected number of cells that hold two keys or more. */
  double crowded(int level) {
    return crowded(entries, probabilities[level]) / probabilities[level];
  }

  /** Probability that a cell holds two keys or more, summed safely where it is tiny. */
  private static double crowded(double n, double p) {
    if (p == 1) {
      return n >= 2 ? 1 : 0;
    }
    if (n * p < 1e-4) {
      double pairs = n * (n - 1) / 2 * p * p;
      return pairs * (1 - 2 * (n - 2) * p / 3);
    }
    return -Math.expm1(n * Math.log1p(-p)) - n * p * Math.exp((n - 1) * Math.log1p(-p));
  }

  /** Expected number of cells that hold two keys or more, all in one cell of the next level. */
  double crowdedIntoOneChild(int level) {
    double p = probabilities[level];
    double q = probabilities[level + 1];
    double others = p - q;
    double noneElsewhere = Math.exp(entries * Math.log1p(-others));
    return noneElsewhere * crowded(entries, q / (1 - others)) / q;
  }

  /** Expected number of cells that hold a key and whose keys are all in one cell of the next. */
  double occupiedByOneChild(int level) {
    double p = probabilities[level];
    double q = probabilities[level + 1];
    double others = p - q;
    double noneElsewhere = Math.exp(entries * Math.log1p(-others));
    return noneElsewhere * -Math.expm1(entries * Math.log1p(-q / (1 - others))) / q;
  }
}
