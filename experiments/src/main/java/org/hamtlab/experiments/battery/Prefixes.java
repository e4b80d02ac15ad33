package org.hamtlab.experiments.battery;

/** What sorted words share: hashes that stand at the high end of words, or reversed there. */
final class Prefixes {
  private Prefixes() {}

  /** Pairs of words that are equal in their highest bits, of words sorted either way. */
  static long pairs(long[] sorted, int bits) {
    long pairs = 0;
    long group = 0;
    for (int at = 1; at < sorted.length; at++) {
      group = sorted[at] >>> -bits == sorted[at - 1] >>> -bits ? group + 1 : 0;
      pairs += group;
    }
    return pairs;
  }

  /** Pairs that random words would have. */
  static double expectedPairs(long words, int bits) {
    return words * (words - 1.0) / 2 / Math.pow(2, bits);
  }

  /** The size of the largest group of words that are equal in their highest bits. */
  static int largestGroup(long[] sorted, int bits) {
    int largest = 0;
    int group = 0;
    for (int at = 0; at < sorted.length; at++) {
      boolean isSame = at > 0 && sorted[at] >>> -bits == sorted[at - 1] >>> -bits;
      group = isSame ? group + 1 : 1;
      largest = Math.max(largest, group);
    }
    return largest;
  }
}
