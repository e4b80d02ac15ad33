package org.hamtlab.experiments.battery;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Surprise in bits: the negative binary logarithm of a p-value, {@value #MOST} where that is
 * smaller than a double can tell.
 */
final class Bits {
  static final double MOST = 1000;

  private static final double LOG_2 = Math.log(2);
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Bits() {}

  static double of(double probability) {
    return probability <= 0 ? MOST : Math.clamp(-Math.log(probability) / LOG_2, 0, MOST);
  }

  /** Of a distance in standard deviations, to either side. */
  static double normal(double z) {
    return of(2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /** Of a chi-square that is larger. */
  static double chiSquareAbove(double value, int degrees) {
    return of(ChiSquaredDistribution.of(degrees).survivalProbability(value));
  }

  /** Of a chi-square, to either side. */
  static double chiSquare(double value, int degrees) {
    ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degrees);
    return of(
        2
            * Math.min(
                distribution.survivalProbability(value),
                distribution.cumulativeProbability(value)));
  }

  /** Of a count of rare events, to either side. */
  static double poisson(long count, double mean) {
    return mean == 0
        ? count == 0 ? 0 : MOST
        : twoSided(
            PoissonDistribution.of(mean), Math.toIntExact(Math.min(count, Integer.MAX_VALUE)));
  }

  /** Of the number of successes among trials, to either side. */
  static double binomial(int successes, int trials, double probability) {
    return twoSided(BinomialDistribution.of(trials, probability), successes);
  }

  private static double twoSided(DiscreteDistribution distribution, int count) {
    double atLeast = count == 0 ? 1 : distribution.survivalProbability(count - 1);
    return of(Math.min(1, 2 * Math.min(distribution.cumulativeProbability(count), atLeast)));
  }

  /** Of the most surprising one of so many independent results. */
  static double ofMany(double bits, double results) {
    double one = Math.exp(-bits * LOG_2);
    double any = -Math.expm1(results * Math.log1p(-one));
    return bits >= MOST
        ? MOST
        : one < 1e-12 ? Math.max(0, bits - Math.log(results) / LOG_2) : of(any);
  }
}
