package org.hamtlab.experiments.count;

import java.util.Set;
import org.hamtlab.shape.Estimate;

/**
 * How unlikely a counter is under a perfect hash, as the negative binary logarithm of a bound of
 * its probability. A distance in standard deviations alone does not tell: counters of rare events
 * are far off whenever one happens.
 *
 * <p>The bound is the better one of Chebyshev's, which always holds, and Bennett's for sums of
 * small independent parts, G. Bennett, J. Am. Stat. Assoc. 57 (1962), 33-45,
 * doi:10.1080/01621459.1962.10482149. Parts of a trie are not quite independent, but they repel
 * each other, which makes their sums vary less. The largest depth falls off by a factor of 2^span a
 * level.
 */
final class Surprise {
  /** From here on a counter deviates: the failing line of the hash battery. */
  static final double DEVIATES = 17;

  private static final double LOG_2 = Math.log(2);
  private static final Set<String> COUNTS_OF_PAIRS =
      Set.of("leafNodes", "collisionNodes", "compressedNodes");

  private final int span;
  private final double branches;
  private final double leaves;

  /**
   * Creates the measure for tries of one size.
   *
   * @param span bits per level
   * @param branches expected number of branches
   * @param leaves expected number of leaves
   */
  Surprise(int span, double branches, double leaves) {
    this.span = span;
    this.branches = Math.max(1, branches);
    this.leaves = Math.max(1, leaves);
  }

  /**
   * Bits of surprise at a sum of a counter over independent tries.
   *
   * @param deviation the sum less its expectation
   * @param tries number of tries in the sum
   */
  double bits(String counter, Estimate estimate, double deviation, int tries) {
    double distance = Math.abs(deviation);
    double rounding = 1e-6 * Math.max(1, Math.abs(estimate.expected())) * tries;
    if (distance <= rounding) {
      return 0;
    }
    double variance = estimate.sd() * estimate.sd() * tries;
    if (variance == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double chebyshev = Math.log(distance * distance / variance) / LOG_2;
    double other =
        counter.equals("maxDepth") && tries == 1
            ? span * (distance - 1)
            : bennett(distance, variance, part(counter)) / LOG_2;
    return Math.max(0, Math.max(chebyshev, other));
  }

  private static double bennett(double distance, double variance, double part) {
    double ratio = part * distance / variance;
    return variance / (part * part) * ((1 + ratio) * Math.log1p(ratio) - ratio);
  }

  /** How far one event moves a counter, but for events beyond the line. */
  private double part(String counter) {
    double levels = Math.max(1, Math.ceil(DEVIATES / span));
    return switch (counter) {
      case "childrenPerNode" -> levels * (1 + leaves / branches) / branches;
      case "meanLeafLevel" -> levels / leaves;
      default -> COUNTS_OF_PAIRS.contains(counter) ? 2 : levels;
    };
  }
}
