package org.hamtlab.shape;

/** The level of the deepest leaf: the birthday problem, level by level. */
final class ShapeOracleDepth {
  /** Beyond this exponent a probability is no double any more. */
  private static final double VANISHING = 800;

  private ShapeOracleDepth() {}

  /** Estimates the largest depth for a number of distinct paths. */
  static Estimate estimate(double paths, ShapeOraclePlacement placement) {
    int first = placement.storedAt(0) + 1;
    double mean = 0;
    double square = 0;
    for (int parting = 1; parting < placement.digits().levels(); parting++) {
      double deeper = partsBelow(paths, parting, placement);
      double here = placement.storedAt(parting) + 1 - first;
      double above = placement.storedAt(parting - 1) + 1 - first;
      mean += deeper * (here - above);
      square += deeper * (here * here - above * above);
    }
    double variance = square - mean * mean;
    return Estimate.closedForm(first + mean, variance < 1e-12 * square ? 0 : variance);
  }

  /**
   * Probability that two paths part at a level or below: that they share a cell of the level. Paths
   * are distinct, drawn from all paths without being put back.
   */
  private static double partsBelow(double paths, int level, ShapeOraclePlacement placement) {
    int hashBits = placement.digits().hashBits();
    double cells = Math.scalb(1.0, Math.min(level * placement.digits().span(), hashBits));
    double all = Math.scalb(1.0, hashBits);
    if (paths > cells || paths * paths / 2 * (1 / cells - 1 / all) > VANISHING) {
      return 1;
    }
    return -Math.expm1(logAllApart(paths, cells) - logAllApart(paths, all));
  }

  /** The sum of log(1 - i/cells) for i below paths: exactly if paths are few, else expanded. */
  private static double logAllApart(double paths, double cells) {
    if (paths / cells > 1e-3) {
      double sum = 0;
      for (int i = 1; i < paths; i++) {
        sum += Math.log1p(-i / cells);
      }
      return sum;
    }
    double n = paths;
    double first = n * (n - 1) / 2 / cells;
    double second = first * (2 * n - 1) / 6 / cells;
    double third = first * first / 3 / cells;
    return -first - second - third;
  }
}
