package org.hamtlab.shape;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The variance of the number of branches, in closed form: the sum of the covariances of all pairs
 * of cells, nested and disjoint. Terms cancel to some thirty digits, hence the decimal arithmetic.
 */
final class BranchVariance {
  private static final MathContext PRECISION = new MathContext(90);
  private static final BigDecimal ONE = BigDecimal.ONE;

  private final Cells cells;
  private final boolean isLazy;
  private final int entries;
  private final BigDecimal[] probabilities;
  private final BigDecimal[] sparse;

  BranchVariance(Cells cells, boolean isLazy) {
    this.cells = cells;
    this.isLazy = isLazy;
    this.entries = (int) cells.entries();
    this.probabilities = new BigDecimal[cells.levels()];
    this.sparse = new BigDecimal[cells.levels()];
    for (int level = 1; level < cells.levels(); level++) {
      probabilities[level] = new BigDecimal(cells.probability(level));
      sparse[level] = sparse(probabilities[level]);
    }
  }

  /** Probability that a cell holds no branch. */
  private BigDecimal sparse(BigDecimal p) {
    BigDecimal rest = ONE.subtract(p);
    BigDecimal empty = power(rest, entries);
    return isLazy ? empty.add(times(p, entries, power(rest, entries - 1))) : empty;
  }

  private static BigDecimal power(BigDecimal base, int exponent) {
    return exponent < 0 ? BigDecimal.ZERO : base.pow(exponent, PRECISION);
  }

  private static BigDecimal times(BigDecimal p, long count, BigDecimal rest) {
    return p.multiply(BigDecimal.valueOf(count)).multiply(rest, PRECISION);
  }

  /** Probability that neither of two disjoint cells holds a branch. */
  private BigDecimal bothSparse(BigDecimal p, BigDecimal q) {
    BigDecimal rest = ONE.subtract(p).subtract(q);
    if (rest.signum() == 0) {
      return isLazy && entries == 2 ? times(p.multiply(q), 2, ONE) : BigDecimal.ZERO;
    }
    BigDecimal none = power(rest, entries);
    if (!isLazy) {
      return none;
    }
    BigDecimal oneLess = power(rest, entries - 1);
    BigDecimal pair = power(rest, entries - 2);
    return none.add(times(p, entries, oneLess))
        .add(times(q, entries, oneLess))
        .add(times(p.multiply(q), (long) entries * (entries - 1), pair));
  }

  /** The standard deviation. */
  double sd() {
    BigDecimal variance = BigDecimal.ZERO;
    for (int upper = 1; upper < cells.levels(); upper++) {
      for (int lower = upper; lower < cells.levels(); lower++) {
        BigDecimal covariance = covariance(upper, lower);
        variance = variance.add(upper == lower ? covariance : covariance.multiply(BigDecimal.TWO));
      }
    }
    return Math.sqrt(Math.max(0, variance.doubleValue()));
  }

  /** The covariance of the numbers of branches of two levels. */
  private BigDecimal covariance(int upper, int lower) {
    BigDecimal upperCells = ONE.divide(probabilities[upper]);
    BigDecimal lowerCells = ONE.divide(probabilities[lower]);
    BigDecimal product = sparse[upper].multiply(sparse[lower]);
    // Nested: a branch in the lower cell implies one in the upper, so both sparse = upper sparse.
    BigDecimal nested = sparse[upper].subtract(product);
    BigDecimal disjoint = bothSparse(probabilities[upper], probabilities[lower]).subtract(product);
    return lowerCells
        .multiply(nested)
        .add(lowerCells.multiply(upperCells.subtract(ONE)).multiply(disjoint));
  }
}
