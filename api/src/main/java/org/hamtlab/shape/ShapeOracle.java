package org.hamtlab.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;

/**
 * Predicts the shape that a perfect hash gives: every key's path drawn uniformly and independently.
 *
 * <p>A <em>cell</em> is one path of a level. Keys whose paths are equal in all bits stand together
 * in a collision node, where one of them would stand alone; so a branch stands in every cell that
 * holds two <em>distinct paths</em>, in the cells that a lone path passes on its way to where the
 * compression stores it, and at the root.
 *
 * <p>Every counter is a sum over cells, so its expectation and its variance (the covariances of all
 * pairs of cells, nested and disjoint) have closed forms. Two ratios, children per node and mean
 * leaf level, follow from those to the second order, and from simulation for small maps; the
 * largest depth follows from the birthday problem over the expected number of distinct paths.
 * Compressions that skip some runs wholly and others not are simulated.
 *
 * <p><b>Cost.</b> Some ten thousand 256-bit powers at most, whatever the number of entries; where a
 * simulation is needed, 1,000 tries.
 *
 * <p><b>Source.</b> hamtlab; the occupancy numbers of multinomial cells, Norman L. Johnson and
 * Samuel Kotz, Urn Models and Their Application, 1977.
 */
public final class ShapeOracle {
  /** Below this size the ratios are too skewed for two terms of their expansion. */
  private static final long SMALL = 256;

  /** Above this size 1,000 tries take longer than a user waits for a number. */
  private static final long LARGE = 10_000;

  private ShapeOracle() {}

  /**
   * Predicts counters by the names of {@link Shape}'s components and derived values.
   *
   * @param entries number of distinct keys
   * @param digits how hashes are cut
   * @param compression where entries and branches stand
   */
  public static Map<String, Estimate> predict(
      long entries, HashDigits digits, PathCompression compression) {
    ShapeOraclePlacement placement = new ShapeOraclePlacement(digits, compression);
    if (placement.isRegular()) {
      Map<String, Estimate> closed =
          entries == 0
              ? nothing()
              : new ShapeOracleCounters(entries, digits, placement).estimates();
      return withRatiosOfSmallMaps(closed, entries, placement);
    }
    if (entries > LARGE) {
      Map<String, Estimate> unknown = new LinkedHashMap<>();
      ShapeOracleCounters.NAMES.forEach(name -> unknown.put(name, Estimate.UNKNOWN));
      return unknown;
    }
    return new ShapeOracleSampler(entries, placement).estimates();
  }

  private static Map<String, Estimate> nothing() {
    Map<String, Estimate> zeros = new LinkedHashMap<>();
    ShapeOracleCounters.NAMES.forEach(name -> zeros.put(name, Estimate.closedForm(0, 0)));
    return zeros;
  }

  private static Map<String, Estimate> withRatiosOfSmallMaps(
      Map<String, Estimate> closed, long entries, ShapeOraclePlacement placement) {
    if (entries > 1 && entries < SMALL) {
      Map<String, Estimate> simulated = new ShapeOracleSampler(entries, placement).estimates();
      for (String ratio : ShapeOracleCounters.RATIOS) {
        if (closed.get(ratio).sd() > 0) {
          closed.put(ratio, simulated.get(ratio));
        }
      }
    }
    return closed;
  }
}
