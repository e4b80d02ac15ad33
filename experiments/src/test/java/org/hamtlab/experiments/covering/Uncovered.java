package org.hamtlab.experiments.covering;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * The pairs or triples of facts that no cell has had so far.
 *
 * <p><b>Shape.</b> A bit for each, in one set for each first fact, so that numbers fit for any
 * number of facts that can be listed at all.
 *
 * <p><b>Cost.</b> One bit a possible or impossible combination; a combination is found and taken in
 * constant time.
 */
final class Uncovered {
  private final int facts;
  private final int strength;
  private final BitSet[] byFirst;
  private long left;

  /**
   * Creates an empty set.
   *
   * @param facts levels of all factors
   * @param strength 2 for pairs, 3 for triples
   */
  Uncovered(int facts, int strength) {
    this.facts = facts;
    this.strength = strength;
    this.byFirst = new BitSet[facts];
    for (int first = 0; first < facts; first++) {
      byFirst[first] = new BitSet();
    }
  }

  /** How many there are. */
  long left() {
    return left;
  }

  /** Adds a combination of ascending facts; the third counts only if there are triples. */
  void add(int first, int second, int third) {
    byFirst[first].set(number(second, third));
    left++;
  }

  private int number(int second, int third) {
    return strength == 2 ? second : second * facts + third;
  }

  /** 1 if a combination of ascending facts is there; removes it if it is to be covered. */
  int count(int first, int second, int third, boolean covers) {
    int number = number(second, third);
    if (!byFirst[first].get(number)) {
      return 0;
    }
    if (covers) {
      byFirst[first].clear(number);
      left--;
    }
    return 1;
  }

  /** Some combination, as ascending facts; empty if none is left. */
  int[] any(RandomGenerator random) {
    if (left == 0) {
      return new int[0];
    }
    int first = random.nextInt(facts);
    while (byFirst[first].isEmpty()) {
      first = (first + 1) % facts;
    }
    BitSet some = byFirst[first];
    int number = some.nextSetBit(random.nextInt(some.length()));
    return strength == 2
        ? new int[] {first, number}
        : new int[] {first, number / facts, number % facts};
  }
}
