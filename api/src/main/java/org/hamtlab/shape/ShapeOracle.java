package org.hamtlab.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * <p>Every counter is a sum over cells, whatever the compression, so its expectation and its
 * variance (the covariances of all pairs of cells, nested and disjoint) have closed forms. Two
 * ratios, children per node and mean leaf level, follow from those to the second order, and from
 * simulation for small maps; the largest depth follows from the birthday problem over the expected
 * number of distinct paths, and from simulation where deeper partings may be stored higher.
 *
 * <p><b>Cost.</b> Some ten thousand 256-bit powers, whatever the number of entries; with a
 * compression that bounds its runs the fourth power of the number of levels, a second at 32 levels
 * and minutes at 64. Where a simulation is needed, 1,000 tries.
 *
 * <p><b>Source.</b> hamtlab; the occupancy numbers of multinomial cells, Norman L. Johnson and
 * Samuel Kotz, Urn Models and Their Application, 1977.
 */
public final class ShapeOracle {
  /** Below this size the ratios are too skewed for two terms of their expansion. */
  private static final long SMALL = 256;

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
    if (entries == 0) {
      return nothing();
    }
    ShapeOraclePlacement placement = new ShapeOraclePlacement(digits, compression);
    Map<String, Estimate> estimates =
        new ShapeOracleCounters(entries, digits, placement).estimates();
    List<String> unclear = withoutClosedForm(estimates, entries, placement);
    if (!unclear.isEmpty()) {
      Map<String, Estimate> simulated = new ShapeOracleSampler(entries, placement).estimates();
      unclear.forEach(name -> estimates.put(name, simulated.get(name)));
    }
    return estimates;
  }

  /**
   * Predicts counters where keys that agree in all bits of a hash are told apart by further ones.
   *
   * @param generations number of hashes that a key has, at least 1
   */
  public static Map<String, Estimate> predict(
      long entries, HashDigits digits, PathCompression compression, int generations) {
    Map<String, Estimate> first = predict(entries, digits, compression);
    return generations == 1 || entries < 2
        ? first
        : new ShapeOracleGenerations(entries, digits, compression, first).estimates();
  }

  /**
   * Expects leaves and branches level by level, of the first hash of a key.
   *
   * @param entries number of distinct keys, at least 1
   * @param digits how hashes are cut
   * @param compression where entries and branches stand
   */
  public static ExpectedLevels byLevel(
      long entries, HashDigits digits, PathCompression compression) {
    ShapeOraclePlacement placement = new ShapeOraclePlacement(digits, compression);
    return new ShapeOracleCounters(entries, digits, placement).byLevel();
  }

  private static Map<String, Estimate> nothing() {
    Map<String, Estimate> zeros = new LinkedHashMap<>();
    ShapeOracleCounters.NAMES.forEach(name -> zeros.put(name, Estimate.closedForm(0, 0)));
    return zeros;
  }

  private static List<String> withoutClosedForm(
      Map<String, Estimate> estimates, long entries, ShapeOraclePlacement placement) {
    List<String> names = new ArrayList<>();
    if (entries < SMALL) {
      names.addAll(ShapeOracleCounters.RATIOS);
      names.removeIf(ratio -> estimates.get(ratio).sd() == 0);
    }
    if (entries > 1 && !placement.isMonotone()) {
      names.add("maxDepth");
    }
    return names;
  }
}
