package org.hamtlab.shape;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.spi.HashDigits;

/**
 * Estimates counters from 1,000 seeded random tries, for what has no closed form.
 *
 * <p>A try is a sorted array of paths cut highest bits first; under a perfect hash the order of the
 * bits does not matter.
 */
final class ShapeOracleSampler {
  private static final int TRIES = 1_000;
  private static final int COUNTERS = ShapeOracleCounters.NAMES.size();

  private final ShapeOraclePlacement placement;
  private final HashDigits digits;
  private final long[] hashes;
  private long[] paths;
  private long branches;
  private long compressed;
  private long skipped;
  private long singles;
  private long leafLevels;
  private long deepest;

  ShapeOracleSampler(long entries, ShapeOraclePlacement placement) {
    this.placement = placement;
    this.digits = new HashDigits(placement.digits().span(), placement.digits().hashBits(), true);
    this.hashes = new long[Math.toIntExact(entries)];
    this.paths = hashes;
  }

  Map<String, Estimate> estimates() {
    SplittableRandom random = new SplittableRandom(hashes.length);
    double[][] values = new double[COUNTERS][TRIES];
    for (int trial = 0; trial < TRIES; trial++) {
      double[] drawn = draw(random);
      for (int i = 0; i < COUNTERS; i++) {
        values[i][trial] = drawn[i];
      }
    }
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (int i = 0; i < COUNTERS; i++) {
      estimates.put(
          ShapeOracleCounters.NAMES.get(i), Estimate.of(values[i], Estimate.Method.SIMULATED));
    }
    return estimates;
  }

  /** The counters of one try, in the order of their names. */
  private double[] draw(SplittableRandom random) {
    branches = 0;
    compressed = 0;
    skipped = 0;
    singles = 0;
    leafLevels = 0;
    deepest = 0;
    int collisions = drawPaths(random);
    int leaves = paths.length;
    if (leaves > 0) {
      branch(0, leaves, 0);
    }
    double slots = Math.max(0, branches - 1) + leaves;
    return new double[] {
      branches,
      compressed,
      skipped,
      leaves,
      collisions,
      slots,
      slots / Math.max(1, branches),
      singles,
      deepest,
      (double) leafLevels / Math.max(1, leaves)
    };
  }

  /** Draws the distinct paths and returns the number of those drawn more than once. */
  private int drawPaths(SplittableRandom random) {
    for (int i = 0; i < hashes.length; i++) {
      // Sorting is signed: the highest bit in use is flipped where it is the sign.
      hashes[i] = digits.path(random.nextLong()) ^ Long.MIN_VALUE;
    }
    Arrays.sort(hashes);
    long[] distinct = Arrays.stream(hashes).distinct().map(hash -> hash ^ Long.MIN_VALUE).toArray();
    int collisions = 0;
    for (int i = 1; i < hashes.length; i++) {
      boolean isFirstRepeat = i == 1 || hashes[i - 2] != hashes[i];
      collisions += hashes[i - 1] == hashes[i] && isFirstRepeat ? 1 : 0;
    }
    paths = distinct;
    return collisions;
  }

  private void branch(int from, int to, int level) {
    branches++;
    int begin = from;
    while (begin < to) {
      int fragment = digits.fragment(paths[begin], level);
      int end = begin + 1;
      while (end < to && digits.fragment(paths[end], level) == fragment) {
        end++;
      }
      child(begin, end, level);
      begin = end;
    }
  }

  private void child(int from, int to, int level) {
    if (to - from == 1) {
      lonePath(level);
    } else {
      int parting = digits.divergence(paths[from], paths[to - 1]);
      run(parting - level - 1);
      branch(from, to, parting);
    }
  }

  private void lonePath(int parting) {
    int stored = placement.storedAt(parting);
    if (stored > parting) {
      branches++;
      singles++;
      run(stored - parting - 1);
    }
    leafLevels += stored + 1;
    deepest = Math.max(deepest, stored + 1);
  }

  /** Counts the single-child levels above a branch, lowest first, as the engine chains them. */
  private void run(int length) {
    int left = length - placement.skippedIn(length);
    skipped += length - left;
    compressed += placement.compressedIn(length);
    branches += left;
    singles += left;
  }
}
