package org.hamtlab.experiments.analysis;

import java.util.Optional;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.store.Plan;

/**
 * A treatment beside the baseline, before it is judged.
 *
 * @param cell what is compared
 * @param keySet on which keys
 * @param treatment the treatment
 * @param blocks blocks that have both
 * @param ratio time by the baseline's
 * @param estimate the same as logarithm; empty if too few blocks give it an error
 */
record Comparison(
    Measurements.Cell cell,
    Plan.KeySet keySet,
    Plan.PlannedTreatment treatment,
    int blocks,
    Interval ratio,
    Optional<Estimate> estimate) {

  /** Whether this belongs to the family of comparisons that are corrected together. */
  boolean isSubject() {
    return !treatment.baseline() && !treatment.isTwin();
  }

  double p(double margin) {
    return isSubject() ? estimate.map(e -> e.pBeyond(margin)).orElse(1.0) : 1;
  }

  double pEquivalent(double margin) {
    return isSubject() ? estimate.map(e -> e.pWithin(margin)).orElse(1.0) : 1;
  }
}
