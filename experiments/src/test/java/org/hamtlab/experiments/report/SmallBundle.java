package org.hamtlab.experiments.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Plan;

/** A bundle of two treatments, one exclusion and one failure whose texts are hostile markup. */
final class SmallBundle {

  /** A phrase that would run and end elements if it ever were markup. */
  static final String HOSTILE = "</script><img src=x onerror=alert('hostile')>";

  private SmallBundle() {}

  static void write(Path dir) {
    Plan plan = plan();
    try (Bundle bundle = Bundle.create(dir, plan, TinyPlans.environment())) {
      bundle.files().failures().append(List.of(failure()));
      bundle.files().write(analysis(plan));
    }
  }

  private static Plan plan() {
    return EditedPlan.of(
        TinyPlans.of(1, HashMap.class, LinkedHashMap.class),
        Map.of(
            "exclusions",
            List.of(new Plan.Exclusion(HOSTILE, "reason " + HOSTILE)),
            "aliases",
            List.of(new Plan.Alias(HOSTILE, "t01", HOSTILE))));
  }

  private static Failure failure() {
    return new Failure(
        "run-1", Failure.FORK, "t01", HOSTILE, 0, 1, HOSTILE, 3, List.of(HOSTILE), "now");
  }

  private static Analysis analysis(Plan plan) {
    return new Analysis(
        Analysis.FORMAT,
        plan.run(),
        "digest",
        true,
        false,
        2,
        1,
        4,
        plan.smallestEffect(),
        plan.confidence(),
        plan.resamples(),
        plan.baseline(),
        new Analysis.Control(1.5, 0.01, 0.02, List.of()),
        List.of(cell(plan, "t00", 1, Analysis.BASELINE), cell(plan, "t01", 1.25, Analysis.SLOWER)),
        List.of(new Analysis.Refusal("R6", HOSTILE)));
  }

  private static Analysis.Cell cell(Plan plan, String id, double ratio, String claim) {
    return new Analysis.Cell(
        "get-hit",
        plan.keySets().getFirst().keys(),
        plan.keySets().getFirst().n(),
        id,
        plan.treatment(id).label() + HOSTILE,
        plan.treatment(id).phrase(),
        3,
        6,
        10 * ratio,
        9 * ratio,
        11 * ratio,
        ratio,
        ratio * 0.9,
        ratio * 1.1,
        claim,
        List.of(),
        List.of(10 * ratio));
  }
}
