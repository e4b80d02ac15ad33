package org.hamtlab.experiments.analysis;

import java.util.List;
import org.hamtlab.experiments.store.Plan;

/**
 * Whether a comparison sets heap against native memory (R15). A look-up's time contains neither
 * collection nor teardown; {@code put} builds, collects and closes inside what is timed, so it
 * carries that cost, and a plan that times it too shows the cost beside the look-up.
 */
record Displacement(Plan plan) {
  private static final List<String> WHOLE_LIFE = List.of("put", "churn", "life");

  /** Why the times leave something out; empty if they do not. */
  String of(Plan.PlannedTreatment treatment) {
    String mine = memory(treatment);
    String other = memory(plan.treatment(plan.baseline()));
    if (mine.equals(other) || plan.operations().stream().anyMatch(WHOLE_LIFE::contains)) {
      return "";
    }
    return mine
        + " memory against "
        + other
        + " memory, and no operation of the plan times building, collection and closing"
        + " (expected put).";
  }

  private static String memory(Plan.PlannedTreatment treatment) {
    return "native".equals(treatment.levels().get("layout.memory")) ? "native" : "heap";
  }
}
