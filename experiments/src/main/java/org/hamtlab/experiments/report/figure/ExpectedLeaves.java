package org.hamtlab.experiments.report.figure;

import java.util.Optional;
import java.util.Set;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;

/**
 * Leaves by level that a uniform hash gives where keys part as soon as they differ: a leaf is alone
 * in its cell of level l and was not alone in the cell above, so n ((1 − w^−l)^(n−1) − (1 −
 * w^−(l−1))^(n−1)) of n keys, with w the fan-out.
 *
 * @param n keys
 * @param fanOut possible children of a branch
 */
record ExpectedLeaves(int n, double fanOut) {
  private static final Set<String> PARTING = Set.of("lazy-expansion", "path");

  /** Those of a treatment; none where the layout has no span, or single children are kept. */
  static Optional<ExpectedLeaves> of(PlannedTreatment treatment, int n) {
    String span = treatment.levels().getOrDefault("layout.span", "");
    String compression = treatment.levels().getOrDefault("compression", "");
    return span.matches("[0-9]+") && PARTING.contains(compression)
        ? Optional.of(new ExpectedLeaves(n, Math.pow(2, Integer.parseInt(span))))
        : Optional.empty();
  }

  /** Those of one level; the root's slots are level 1. */
  double at(int level) {
    return n * (alone(level) - alone(level - 1));
  }

  private double alone(int level) {
    return level == 0 ? 0 : Math.exp((n - 1) * Math.log1p(-Math.pow(fanOut, -level)));
  }
}
