package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;

/**
 * M1 and M2: what one flipped bit of a hash does to the mixed one. Under a random function each bit
 * of it flips half of the time (strict avalanche criterion), and each two flip independently of
 * each other (bit independence criterion).
 *
 * <p><b>Source.</b> Horst Feistel, 1973; A. F. Webster and S. E. Tavares, On the Design of S-Boxes,
 * 1986, doi:10.1007/3-540-39799-X_41.
 */
final class Avalanche {
  static final int KEYS = 1 << 16;
  private static final int PAIR_KEYS = 1 << 14;

  private final LongUnaryOperator mixer;
  private final int bits;
  private final long[] keys;

  /**
   * Creates the tests of a function.
   *
   * @param bits of its inputs and outputs
   */
  Avalanche(LongUnaryOperator mixer, int bits) {
    this.mixer = mixer;
    this.bits = bits;
    this.keys = new SplittableRandom(bits).longs(KEYS).map(key -> key >>> -bits).toArray();
  }

  /**
   * The results.
   *
   * @param shares takes, for each bit flipped, the share of keys for which each bit flips
   */
  List<Outcome> outcomes(double[][] shares) {
    List<Outcome> outcomes = new ArrayList<>();
    double worst = 0;
    double worstOfSmall = 0;
    double chiSquare = 0;
    for (int bit = 0; bit < bits; bit++) {
      long[][] flips = flips(bit, false);
      for (int out = 0; out < bits; out++) {
        int count = count(flips[out], KEYS);
        shares[bit][out] = (double) count / KEYS;
        worst = Math.max(worst, Math.abs(z(count)));
      }
      chiSquare = Math.max(chiSquare, largestOfPairs(flips));
      for (long[] out : flips(bit, true)) {
        worstOfSmall = Math.max(worstOfSmall, Math.abs(z(count(out, KEYS))));
      }
    }
    double cells = (double) bits * bits;
    double pairs = cells * (bits - 1) / 2;
    outcomes.add(
        Outcome.of(
            "M1", "random", "largest z", KEYS, worst, Bits.ofMany(Bits.normal(worst), cells)));
    outcomes.add(
        Outcome.of(
            "M1",
            "small numbers",
            "largest z",
            KEYS,
            worstOfSmall,
            Bits.ofMany(Bits.normal(worstOfSmall), cells)));
    outcomes.add(
        Outcome.of(
            "M2",
            "random",
            "largest chi-square",
            PAIR_KEYS,
            chiSquare,
            Bits.ofMany(Bits.chiSquareAbove(chiSquare, 3), pairs)));
    return outcomes;
  }

  private static double z(int count) {
    return (2.0 * count - KEYS) / Math.sqrt(KEYS);
  }

  /** For each bit of the output, one bit a key: whether it flips. */
  private long[][] flips(int bit, boolean isSmall) {
    long[][] flips = new long[bits][KEYS / Long.SIZE];
    long[] block = new long[Long.SIZE];
    for (int first = 0; first < KEYS; first += Long.SIZE) {
      for (int at = 0; at < Long.SIZE; at++) {
        long key = isSmall ? withZeroAt(bit, first + at) : keys[first + at];
        block[at] = mixer.applyAsLong(key) ^ mixer.applyAsLong(key ^ 1L << bit);
      }
      BitMatrix.transpose(block);
      for (int out = 0; out < bits; out++) {
        flips[out][first / Long.SIZE] = block[out];
      }
    }
    return flips;
  }

  /** The number with a zero put in at a bit, so that no pair of keys is met twice. */
  private static long withZeroAt(int bit, long number) {
    long below = (1L << bit) - 1;
    return (number & ~below) << 1 | number & below;
  }

  private static int count(long[] flips, int keys) {
    int count = 0;
    for (int word = 0; word < keys / Long.SIZE; word++) {
      count += Long.bitCount(flips[word]);
    }
    return count;
  }

  /** The largest chi-square, of 3 degrees, of two bits that should flip as two coins do. */
  private static double largestOfPairs(long[][] flips) {
    int[] alone = new int[flips.length];
    for (int out = 0; out < flips.length; out++) {
      alone[out] = count(flips[out], PAIR_KEYS);
    }
    double largest = 0;
    for (int one = 0; one < flips.length; one++) {
      for (int other = 0; other < one; other++) {
        int both = 0;
        for (int word = 0; word < PAIR_KEYS / Long.SIZE; word++) {
          both += Long.bitCount(flips[one][word] & flips[other][word]);
        }
        int neither = PAIR_KEYS - alone[one] - alone[other] + both;
        largest =
            Math.max(largest, chiSquare(both, alone[one] - both, alone[other] - both, neither));
      }
    }
    return largest;
  }

  private static double chiSquare(int... cells) {
    double expected = PAIR_KEYS / 4.0;
    double sum = 0;
    for (int cell : cells) {
      sum += (cell - expected) * (cell - expected) / expected;
    }
    return sum;
  }
}
