package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.store.Plan;

/** Every treatment beside the baseline, on every operation and key set that both were timed on. */
final class Comparisons {
  private final Plan plan;
  private final Measurements measurements;

  Comparisons(Plan plan, Measurements measurements) {
    this.plan = plan;
    this.measurements = measurements;
  }

  List<Comparison> all() {
    List<Comparison> comparisons = new ArrayList<>();
    for (Plan.KeySet keySet : plan.keySets()) {
      for (String operation : plan.operations()) {
        for (Plan.PlannedTreatment treatment : plan.treatments()) {
          compare(operation, keySet, treatment).ifPresent(comparisons::add);
        }
      }
    }
    return comparisons;
  }

  private Optional<Comparison> compare(
      String operation, Plan.KeySet keySet, Plan.PlannedTreatment treatment) {
    var cell = new Measurements.Cell(operation, keySet.keys(), treatment.id());
    var baseline = cell.of(plan.baseline());
    if (!measurements.has(cell) || !measurements.has(baseline)) {
      return Optional.empty();
    }
    double[] differences = measurements.differences(cell, baseline);
    if (treatment.baseline()) {
      return Optional.of(
          new Comparison(
              cell,
              keySet,
              treatment,
              differences.length,
              new Interval(1, 1, 1),
              Optional.empty()));
    }
    Optional<Estimate> estimate =
        differences.length > 1 ? Optional.of(Estimate.of(differences)) : Optional.empty();
    Interval ratio =
        estimate
            .map(e -> e.interval(plan.confidence()))
            .orElseGet(() -> ofIterations(cell, baseline));
    return Optional.of(
        new Comparison(cell, keySet, treatment, differences.length, ratio, estimate));
  }

  /** Fewer than two common blocks: what iterations tell, which is no ground for a claim (R9). */
  private Interval ofIterations(Measurements.Cell cell, Measurements.Cell baseline) {
    return measurements
        .iterations(cell)
        .over(measurements.iterations(baseline))
        .interval(plan.confidence());
  }
}
