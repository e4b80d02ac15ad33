package org.hamtlab.shape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.hamtlab.spi.HashDigits;

/** The counters of a trie as sums over cells, and their estimates. */
final class ShapeOracleCounters {
  static final List<String> RATIOS = List.of("childrenPerNode", "meanLeafLevel");
  static final List<String> NAMES =
      List.of(
          "internalNodes",
          "compressedNodes",
          "skippedLevels",
          "leafNodes",
          "collisionNodes",
          "childPointers",
          "childrenPerNode",
          "singleChildNodes",
          "maxDepth",
          "meanLeafLevel");

  private final long entries;
  private final ShapeOraclePlacement placement;
  private final ShapeOracleMoments moments;
  private final int levels;

  ShapeOracleCounters(long entries, HashDigits digits, ShapeOraclePlacement placement) {
    this.entries = entries;
    this.placement = placement;
    this.moments = new ShapeOracleMoments(entries, digits);
    this.levels = digits.levels();
  }

  Map<String, Estimate> estimates() {
    ShapeOracleSum skipped = skippedLevels();
    ShapeOracleSum branches = branches().plus(skipped, -1);
    ShapeOracleSum leaves = occupied(levels);
    ShapeOracleSum slots = new ShapeOracleSum().plus(branches, 1).plus(leaves, 1).plus(-1);
    ShapeOracleSum collisions =
        occupied(levels).plus(ShapeOracleTerm.single(levels), BigInteger.ONE.negate());
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    estimates.put("internalNodes", estimate(branches));
    estimates.put("compressedNodes", estimate(compressedNodes()));
    estimates.put("skippedLevels", estimate(skipped));
    estimates.put("leafNodes", estimate(leaves));
    estimates.put("collisionNodes", estimate(collisions));
    estimates.put("childPointers", estimate(slots));
    estimates.put("childrenPerNode", ratio(slots, branches));
    estimates.put("singleChildNodes", estimate(singleChildLevels().plus(skipped, -1)));
    estimates.put("maxDepth", ShapeOracleDepth.estimate(moments.mean(leaves), placement));
    estimates.put("meanLeafLevel", ratio(leafLevels(), leaves));
    return estimates;
  }

  ExpectedLevels byLevel() {
    List<Double> leaves = new ArrayList<>();
    List<Double> branches = new ArrayList<>();
    for (int level = 0; level <= levels; level++) {
      leaves.add(moments.mean(leavesAt(level)));
      branches.add(level == levels ? 0 : moments.mean(branchesAt(level)));
    }
    return new ExpectedLevels(leaves, placement.skips() ? List.of() : branches);
  }

  /** Paths that stand in a slot of the level above. */
  private ShapeOracleSum leavesAt(int level) {
    ShapeOracleSum sum = new ShapeOracleSum();
    for (int parting = 0; parting < levels; parting++) {
      if (placement.storedAt(parting) + 1 == level) {
        sum.plus(parting(parting), 1);
      }
    }
    return sum;
  }

  /** Cells of a level with several paths, and with one on its way to where it is stored. */
  private ShapeOracleSum branchesAt(int level) {
    if (level == 0) {
      return new ShapeOracleSum().plus(1);
    }
    ShapeOracleSum sum = occupied(level).plus(lonePaths(level), -1);
    for (int parting = 0; parting < level; parting++) {
      if (placement.storedAt(parting) >= level) {
        sum.plus(parting(parting), 1);
      }
    }
    return sum;
  }

  private Estimate estimate(ShapeOracleSum sum) {
    return Estimate.closedForm(moments.mean(sum), moments.variance(sum));
  }

  /** The expansion of a ratio about the expectations, to the second order. */
  private Estimate ratio(ShapeOracleSum upper, ShapeOracleSum lower) {
    double mean = moments.mean(lower);
    double first = moments.mean(upper) / mean;
    double variance = moments.variance(lower);
    double covariance = moments.covariance(upper, lower);
    double spread = moments.variance(upper) - 2 * first * covariance + first * first * variance;
    double bias = (first * variance - covariance) / (mean * mean);
    boolean isFixed = spread <= 1e-12 * first * first * variance || entries == 1;
    return isFixed
        ? Estimate.closedForm(Math.rint(first * 1e9) / 1e9, 0)
        : Estimate.closedForm(first + bias, spread / (mean * mean));
  }

  /** Levels at which a branch stands or would stand if none were skipped. */
  private ShapeOracleSum branches() {
    ShapeOracleSum sum = new ShapeOracleSum().plus(1);
    for (int level = 1; level < levels; level++) {
      sum.plus(occupied(level), 1).plus(lonePaths(level), -1);
    }
    return sum.plus(chained(), 1);
  }

  /** Levels below the root, skipped ones included, at which one slot is in use. */
  private ShapeOracleSum singleChildLevels() {
    ShapeOracleSum sum = new ShapeOracleSum();
    for (int level = 1; level < levels - 1; level++) {
      sum.plus(crowdedInOne(level, level + 1), 1);
    }
    return sum.plus(chained(), 1);
  }

  /** Branches that hold a single lone path, skipped ones included. */
  private ShapeOracleSum chained() {
    ShapeOracleSum sum = new ShapeOracleSum();
    for (int parting = 0; parting < levels; parting++) {
      sum.plus(parting(parting), placement.storedAt(parting) - parting);
    }
    return sum;
  }

  private ShapeOracleSum skippedLevels() {
    return overRuns(placement::skippedIn);
  }

  private ShapeOracleSum compressedNodes() {
    return overRuns(placement::compressedIn);
  }

  /**
   * The sum over all runs of a function of their length.
   *
   * <p>A run is a maximal chain of single-child levels below the root. Chains from one level to
   * another are {@link #crowdedInOne} numbers, maximal chains their differences at both ends; so a
   * chain of some length counts with the second difference of the function.
   */
  private ShapeOracleSum overRuns(IntUnaryOperator value) {
    ShapeOracleSum sum = new ShapeOracleSum();
    for (int run = 1; run < levels - 1; run++) {
      int weight = at(value, run) - 2 * at(value, run - 1) + at(value, run - 2);
      for (int level = 1; weight != 0 && level + run < levels; level++) {
        sum.plus(crowdedInOne(level, level + run), weight);
      }
    }
    for (int parting = 0; parting < levels; parting++) {
      sum.plus(parting(parting), at(value, placement.storedAt(parting) - parting - 1));
    }
    return sum;
  }

  private static int at(IntUnaryOperator value, int run) {
    return run <= 0 ? 0 : value.applyAsInt(run);
  }

  private ShapeOracleSum leafLevels() {
    ShapeOracleSum sum = new ShapeOracleSum();
    for (int parting = 0; parting < levels; parting++) {
      sum.plus(parting(parting), placement.storedAt(parting) + 1);
    }
    return sum;
  }

  /** Cells of a level that hold a key. */
  private ShapeOracleSum occupied(int level) {
    return new ShapeOracleSum()
        .plus(BigInteger.ONE.shiftLeft(moments.bits(level)))
        .plus(ShapeOracleTerm.empty(level), BigInteger.ONE.negate());
  }

  /** Cells of a level whose keys all stand in one cell of a deeper level; at least one key. */
  private ShapeOracleSum inOne(int level, int deeper) {
    BigInteger choices = BigInteger.ONE.shiftLeft(moments.bits(deeper) - moments.bits(level));
    return new ShapeOracleSum()
        .plus(ShapeOracleTerm.alone(level, deeper), BigInteger.ONE)
        .plus(ShapeOracleTerm.empty(level), choices.negate());
  }

  /** Cells of a level with exactly one path. */
  private ShapeOracleSum lonePaths(int level) {
    return level == levels ? occupied(level) : inOne(level, levels);
  }

  /** Cells of a level with several paths, all of them in one cell of a deeper level. */
  private ShapeOracleSum crowdedInOne(int level, int deeper) {
    return inOne(level, deeper).plus(lonePaths(level), -1);
  }

  /** Paths that part from all others at a level; alone in the trie, at the root. */
  private ShapeOracleSum parting(int level) {
    ShapeOracleSum sum = lonePaths(level + 1);
    return level == 0 ? sum : sum.plus(lonePaths(level), -1);
  }
}
