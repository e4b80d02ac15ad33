package org.hamtlab.experiments.report.figure;

import java.util.Optional;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Selection;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.PathCompressionProvider;

/**
 * Leaves by level that a uniform hash gives where keys part as soon as they differ: a leaf is alone
 * in its cell of level l and was not alone in the cell above, so n ((1 − w^−l)^(n−1) − (1 −
 * w^−(l−1))^(n−1)) of n keys, with w the fan-out.
 *
 * @param n keys
 * @param fanOut possible children of a branch
 */
record ExpectedLeaves(int n, double fanOut) {
  /** No trie over 64 bits is deeper. */
  private static final int LAST_LEVEL = 64;

  /** Those of a treatment; none where the layout has no span, or entries stand below others. */
  static Optional<ExpectedLeaves> of(PlannedTreatment treatment, int n) {
    String span = treatment.levels().getOrDefault("layout.span", "");
    return span.matches("[0-9]+") && expandsLazily(treatment.phrase())
        ? Optional.of(new ExpectedLeaves(n, Math.pow(2, Integer.parseInt(span))))
        : Optional.empty();
  }

  /** Whether keys part as soon as they differ; unknown compressions do not. */
  private static boolean expandsLazily(String phrase) {
    Registry registry = Registry.installed();
    try {
      Selection compression = registry.resolve(phrase).compression();
      PathCompressionProvider provider =
          (PathCompressionProvider)
              registry.provider(Axis.COMPRESSION, compression.id().orElseThrow());
      return provider.create(compression.settings()).expand(1, LAST_LEVEL) == 1;
    } catch (ConfigurationException absent) {
      return false;
    }
  }

  /** Those of one level; the root's slots are level 1. */
  double at(int level) {
    return n * (alone(level) - alone(level - 1));
  }

  private double alone(int level) {
    return level == 0 ? 0 : Math.exp((n - 1) * Math.log1p(-Math.pow(fanOut, -level)));
  }
}
