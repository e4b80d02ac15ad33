package org.hamtlab.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;

/**
 * Predicts the shape that a perfect hash gives: every key's path drawn uniformly and independently.
 *
 * <p>A <em>cell</em> is one path of a level. Without lazy expansion a branch stands in every cell
 * that holds a key, with it in every cell that holds two; a branch whose keys all go to one child
 * is the only branch of its run that path compression removes. The root always stands.
 *
 * <p><b>Cost.</b> A few thousand multiplications, whatever the number of entries.
 *
 * <p><b>Source.</b> hamtlab; the occupancy numbers of multinomial cells, Norman L. Johnson and
 * Samuel Kotz, Urn Models and Their Application, 1977.
 */
public final class ShapeOracle {
  private final double entries;
  private final Cells cells;
  private final int lastLevel;
  private final boolean isLazy;
  private final boolean isCompressing;

  private ShapeOracle(long entries, HashDigits digits, PathCompression compression) {
    this.entries = entries;
    this.cells = new Cells(entries, digits);
    this.lastLevel = digits.lastLevel();
    this.isLazy = compression.expand(0, lastLevel) == 0;
    this.isCompressing = compression.collapse(1) > 0;
  }

  /**
   * Predicts counters by the names of {@link Shape}'s components. Compressions that skip some runs
   * and not others, or that let entries stand from a middle level on, have no closed form here.
   *
   * @param entries number of distinct keys
   * @param digits how hashes are cut
   * @param compression where entries and branches stand
   */
  public static Map<String, Estimate> predict(
      long entries, HashDigits digits, PathCompression compression) {
    int lastLevel = digits.lastLevel();
    int first = compression.expand(0, lastLevel);
    int longest = compression.collapse(Math.max(1, lastLevel));
    boolean hasClosedForm =
        (first == 0 || first == lastLevel) && (longest == 0 || longest == Math.max(1, lastLevel));
    return entries == 0 || !hasClosedForm
        ? Map.of()
        : new ShapeOracle(entries, digits, compression).predictions();
  }

  private Map<String, Estimate> predictions() {
    double branches = branches();
    double singles = singles();
    double leaves = cells.occupied(cells.levels());
    double collisions = cells.crowded(cells.levels());
    double kept = isCompressing ? branches - singles : branches;
    double sd = isCompressing ? Double.NaN : new BranchVariance(cells, isLazy).sd();
    double leafSd = collisions < 1e-3 ? 0 : Double.NaN;
    Map<String, Estimate> predictions = new LinkedHashMap<>();
    predictions.put("internalNodes", new Estimate(kept, sd));
    predictions.put("leafNodes", new Estimate(leaves, leafSd));
    predictions.put("collisionNodes", new Estimate(collisions, Double.NaN));
    predictions.put(
        "childPointers", new Estimate(kept - 1 + leaves, leafSd == 0 ? sd : Double.NaN));
    predictions.put("childrenPerNode", new Estimate((kept - 1 + leaves) / kept, Double.NaN));
    predictions.put("singleChildNodes", new Estimate(isCompressing ? 0 : singles, Double.NaN));
    predictions.put("skippedLevels", new Estimate(isCompressing ? singles : 0, Double.NaN));
    predictions.put("meanLeafLevel", new Estimate(meanLeafLevel(), isLazy ? Double.NaN : 0));
    return predictions;
  }

  private double branches() {
    double sum = 1;
    for (int level = 1; level <= lastLevel; level++) {
      sum += isLazy ? cells.crowded(level) : cells.occupied(level);
    }
    return sum;
  }

  /** Branches below the root with one slot in use. */
  private double singles() {
    double sum = 0;
    for (int level = 1; level <= lastLevel; level++) {
      sum += isLazy ? cells.crowdedIntoOneChild(level) : cells.occupiedByOneChild(level);
    }
    return sum;
  }

  /** Without collisions a leaf is an entry; its level counts the branches on its path. */
  private double meanLeafLevel() {
    if (!isLazy) {
      return lastLevel + 1;
    }
    double sum = 1;
    for (int level = 1; level <= lastLevel; level++) {
      sum += -Math.expm1((entries - 1) * Math.log1p(-cells.probability(level)));
    }
    return sum;
  }
}
