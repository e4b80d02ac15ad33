package org.hamtlab.experiments.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.analysis.Records;
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
    return Records.of(
        Analysis.class,
        Map.ofEntries(
            Map.entry("format", Analysis.FORMAT),
            Map.entry("run", plan.run()),
            Map.entry("planDigest", "digest"),
            Map.entry("exploratory", true),
            Map.entry("forksDone", 2),
            Map.entry("forksFailed", 1),
            Map.entry("forksPlanned", 4),
            Map.entry("smallestEffect", plan.smallestEffect()),
            Map.entry("confidence", plan.confidence()),
            Map.entry("baseline", plan.baseline()),
            Map.entry("control", new Analysis.Control(1.5, 0.01, 0.02, List.of())),
            Map.entry(
                "cells",
                List.of(
                    cell(plan, "t00", 1, Analysis.BASELINE),
                    cell(plan, "t01", 1.25, Analysis.SLOWER))),
            Map.entry("refusals", List.of(new Analysis.Refusal("R6", HOSTILE)))));
  }

  private static Analysis.Cell cell(Plan plan, String id, double ratio, String claim) {
    return Records.of(
        Analysis.Cell.class,
        Map.ofEntries(
            Map.entry("operation", "get-hit"),
            Map.entry("keys", plan.keySets().getFirst().keys()),
            Map.entry("n", plan.keySets().getFirst().n()),
            Map.entry("treatment", id),
            Map.entry("label", plan.treatment(id).label() + HOSTILE),
            Map.entry("phrase", plan.treatment(id).phrase()),
            Map.entry("forks", 3),
            Map.entry("nsPerOp", 10 * ratio),
            Map.entry("ratio", ratio),
            Map.entry("ratioLow", ratio * 0.9),
            Map.entry("ratioHigh", ratio * 1.1),
            Map.entry("claim", claim),
            Map.entry("rule", HOSTILE),
            Map.entry("variance", new Analysis.Variance(0.01, 0.01, 0.01, 0.01, 5, 4)),
            Map.entry("forkMeans", List.of(10 * ratio))));
  }
}
