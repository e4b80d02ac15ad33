package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.hamtlab.shape.Estimate;

/**
 * P1 to P4: how the mixed hashes of one set of keys spread, read from the low bits and from the
 * high ones, as the two bit orders of a trie do.
 *
 * <p>P1 is the chi-square of the slots of each level; P2 the branches and the leaf level beside the
 * shape oracle; P3 pairs of equal hashes, whole and cut to 24 and 32 bits; P4 the largest of about
 * a quarter as many buckets as keys, and the deepest parting.
 *
 * <p><b>Source.</b> Knuth, The Art of Computer Programming 2, 3.3; the shape oracle; Raab and
 * Steger, Balls into Bins, 1998, doi:10.1007/3-540-49543-6_13, in its Poisson form.
 */
final class Distribution {
  private static final int SPAN = 5;
  private static final int[] ORACLE_SPANS = {5, 6};
  private static final int LEAST_KEYS = 256;

  private final String family;
  private final String keys;
  private final int bits;
  private final Oracle oracle;
  private final List<Outcome> outcomes = new ArrayList<>();

  Distribution(String family, String keys, int bits, Oracle oracle) {
    this.family = family;
    this.keys = keys;
    this.bits = bits;
    this.oracle = oracle;
  }

  /**
   * The results; none for so few keys that nothing could fail.
   *
   * @param hashes mixed hashes of distinct inputs
   */
  List<Outcome> outcomes(long[] hashes) {
    if (hashes.length < LEAST_KEYS) {
      return List.of();
    }
    long[] high = new long[hashes.length];
    long[] low = new long[hashes.length];
    for (int at = 0; at < hashes.length; at++) {
      high[at] = hashes[at] << -bits;
      low[at] = Long.reverse(high[at] >>> -bits);
    }
    Arrays.sort(high);
    Arrays.sort(low);
    read(low, "low-first");
    read(high, "high-first");
    pairs(low, bits, "whole");
    return outcomes;
  }

  private void read(long[] sorted, String order) {
    slots(sorted, order);
    shape(sorted, order);
    pairs(sorted, 24, order);
    if (bits == Long.SIZE) {
      pairs(sorted, 32, order);
    }
    largestBucket(sorted, order);
    deepest(sorted, order);
  }

  private void add(
      String test, String detail, int n, double value, double surprise, boolean isEven) {
    outcomes.add(new Outcome(family + " " + test, keys, detail, n, value, surprise, isEven));
  }

  private void slots(long[] sorted, String order) {
    for (int from = 0, level = 0; from < bits; from += SPAN, level++) {
      int width = Math.min(SPAN, bits - from);
      int[] counts = new int[1 << width];
      for (long hash : sorted) {
        counts[(int) (hash << from >>> -width)]++;
      }
      double expected = (double) sorted.length / counts.length;
      double sum = 0;
      for (int count : counts) {
        sum += (count - expected) * (count - expected) / expected;
      }
      int degrees = counts.length - 1;
      add(
          "P1",
          order + " level " + level + " chi-square",
          sorted.length,
          sum,
          Bits.chiSquare(sum, degrees),
          sum < degrees);
    }
  }

  private void shape(long[] sorted, String order) {
    for (int span : ORACLE_SPANS) {
      TrieOutline outline = TrieOutline.of(sorted, span);
      Map<String, Estimate> expected = oracle.expects(sorted.length, span, bits);
      z("internalNodes", outline.internalNodes(), expected, order + " span " + span, sorted.length);
      z("meanLeafLevel", outline.meanLeafLevel(), expected, order + " span " + span, sorted.length);
    }
  }

  private void z(
      String counter, double value, Map<String, Estimate> expected, String detail, int n) {
    double z = expected.get(counter).z(value);
    add("P2", detail + " " + counter + " z", n, z, Bits.normal(z), z < 0);
  }

  private void pairs(long[] sorted, int window, String order) {
    long pairs = Prefixes.pairs(sorted, window);
    double expected = Prefixes.expectedPairs(sorted.length, window);
    add(
        "P3",
        order + " equal in " + window + " bits",
        sorted.length,
        pairs,
        Bits.poisson(pairs, expected),
        pairs < expected);
  }

  private void largestBucket(long[] sorted, String order) {
    int window = Math.max(1, 29 - Integer.numberOfLeadingZeros(sorted.length));
    double buckets = Math.pow(2, window);
    int largest = Prefixes.largestGroup(sorted, window);
    double one = PoissonDistribution.of(sorted.length / buckets).survivalProbability(largest - 1);
    add(
        "P4",
        order + " largest of " + (int) buckets + " buckets",
        sorted.length,
        largest,
        Bits.of(-Math.expm1(buckets * Math.log1p(-Math.min(one, 1 - 1e-16)))),
        false);
  }

  private void deepest(long[] sorted, String order) {
    int deepest = TrieOutline.of(sorted, SPAN).maxParting();
    double expected = Prefixes.expectedPairs(sorted.length, deepest * SPAN);
    add(
        "P4",
        order + " deepest parting",
        sorted.length,
        deepest,
        Bits.of(-Math.expm1(-expected)),
        false);
  }
}
