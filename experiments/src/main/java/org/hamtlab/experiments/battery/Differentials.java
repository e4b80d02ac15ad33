package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;

/**
 * M4: keys that differ in one, two or three bits, every such difference under 64 random keys. Under
 * a random function half of the bits of the mixed hashes differ, and a fragment of 5 bits is equal
 * once in 32 times.
 *
 * <p><b>Source.</b> Austin Appleby, smhasher, the differential test; counted here bit by bit and
 * fragment by fragment, because a trie separates keys by fragments.
 */
final class Differentials {
  private static final int KEYS = Long.SIZE;
  private static final int SPAN = 5;

  private final LongUnaryOperator mixer;
  private final int bits;
  private final int levels;
  private final SplittableRandom random;
  private final long[] block = new long[KEYS];

  private final long[] pairs = new long[4];
  private final long[][] flips;
  private final long[][] equalFragments;
  private long equal;
  private int heaviest;
  private int mostExtreme;

  Differentials(LongUnaryOperator mixer, int bits) {
    this.mixer = mixer;
    this.bits = bits;
    this.levels = bits / SPAN;
    this.random = new SplittableRandom(4L + bits);
    this.flips = new long[4][bits];
    this.equalFragments = new long[4][levels];
  }

  List<Outcome> outcomes() {
    for (int first = 0; first < bits; first++) {
      count(1L << first, 1);
      for (int second = 0; second < first; second++) {
        count(1L << first | 1L << second, 2);
        for (int third = 0; third < second; third++) {
          count(1L << first | 1L << second | 1L << third, 3);
        }
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(ofWeights());
    outcomes.add(ofCells());
    for (int changed = 1; changed <= 3; changed++) {
      outcomes.add(ofBits(changed));
      for (int level = 0; level < levels; level++) {
        outcomes.add(ofFragments(changed, level));
      }
    }
    double expected = sum() / Math.pow(2, bits);
    outcomes.add(
        Outcome.of(
            "M4", "1 to 3 bits", "equal hashes", sum(), equal, Bits.poisson(equal, expected)));
    return outcomes;
  }

  private long sum() {
    return pairs[1] + pairs[2] + pairs[3];
  }

  private void count(long difference, int changed) {
    for (int at = 0; at < KEYS; at++) {
      long key = random.nextLong() >>> -bits;
      long diff = mixer.applyAsLong(key) ^ mixer.applyAsLong(key ^ difference);
      block[at] = diff;
      equal += diff == 0 ? 1 : 0;
    }
    pairs[changed] += KEYS;
    BitMatrix.transpose(block);
    int weight = 0;
    for (int out = 0; out < bits; out++) {
      int flipped = Long.bitCount(block[out]);
      flips[changed][out] += flipped;
      weight += flipped;
      mostExtreme = Math.max(mostExtreme, Math.abs(flipped - KEYS / 2));
    }
    heaviest = Math.max(heaviest, Math.abs(weight - KEYS * bits / 2));
    countFragments(changed);
  }

  private void countFragments(int changed) {
    for (int level = 0; level < levels; level++) {
      long differs = 0;
      for (int bit = 0; bit < SPAN; bit++) {
        differs |= block[level * SPAN + bit];
      }
      equalFragments[changed][level] += KEYS - Long.bitCount(differs);
    }
  }

  /** One difference under which too many or too few bits flip. */
  private Outcome ofWeights() {
    double z = heaviest / Math.sqrt(KEYS * bits / 4.0);
    double differences = (double) sum() / KEYS;
    return Outcome.of(
        "M4",
        "1 to 3 bits",
        "largest z of one difference",
        sum(),
        z,
        Bits.ofMany(Bits.normal(z), differences));
  }

  /** One bit that one difference flips too often or too seldom. */
  private Outcome ofCells() {
    double cells = (double) sum() / KEYS * bits;
    double each = Bits.binomial(KEYS / 2 + mostExtreme, KEYS, 0.5);
    return Outcome.of(
        "M4",
        "1 to 3 bits",
        "most extreme of 64 flips",
        sum(),
        KEYS / 2.0 + mostExtreme,
        Bits.ofMany(each, cells));
  }

  private Outcome ofBits(int changed) {
    double worst = 0;
    for (long flipped : flips[changed]) {
      worst = Math.max(worst, Math.abs(2.0 * flipped - pairs[changed]) / Math.sqrt(pairs[changed]));
    }
    return Outcome.of(
        "M4",
        changed + " bits",
        "largest z of one bit",
        pairs[changed],
        worst,
        Bits.ofMany(Bits.normal(worst), bits));
  }

  private Outcome ofFragments(int changed, int level) {
    double share = Math.pow(2, -SPAN);
    double expected = pairs[changed] * share;
    long count = equalFragments[changed][level];
    return Outcome.of(
        "M4",
        changed + " bits",
        "z of equal fragments of level " + level,
        pairs[changed],
        (count - expected) / Math.sqrt(expected * (1 - share)),
        Bits.binomial((int) count, (int) pairs[changed], share));
  }
}
