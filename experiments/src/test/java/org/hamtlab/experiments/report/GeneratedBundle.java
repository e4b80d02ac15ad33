package org.hamtlab.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hamtlab.experiments.analysis.Records;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Locality;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.Telemetry;

/** A bundle of many treatments with drawn times and counts, for what a page must bear. */
final class GeneratedBundle {
  private static final List<String> HASHES = List.of("identity", "fmix", "wyhash", "fibonacci");
  private static final List<String> LAYOUTS =
      List.of("tagged-int", "champ", "sealed-class", "dense");
  private static final String KEYS = "shuffled:1000";
  private final Random random = new Random(1);
  private final List<PlannedTreatment> treatments;
  private final Plan plan;

  private GeneratedBundle(int size) {
    treatments = IntStream.range(0, size).mapToObj(GeneratedBundle::treatment).toList();
    List<String> ids = treatments.stream().map(PlannedTreatment::id).toList();
    plan =
        EditedPlan.of(
            TinyPlans.of(1, HashMap.class),
            Map.of(
                "treatments", treatments,
                "baseline", "t0000",
                "operations", List.of("get-hit", "put"),
                "keySets", List.of(new Plan.KeySet(KEYS, 1000, "digest")),
                "factors",
                    List.of(
                        new Plan.Factor("hash", HASHES),
                        new Plan.Factor("layout", LAYOUTS),
                        new Plan.Factor("layout.span", List.of("5", "16", "4"))),
                "blocks", List.of(new Plan.Block(0, ids))));
  }

  /** Writes a bundle of so many treatments. */
  static void write(Path dir, int size) {
    GeneratedBundle generated = new GeneratedBundle(size);
    try (Bundle bundle = Bundle.create(dir, generated.plan, TinyPlans.environment())) {
      bundle.files().counts().append(generated.treatments.stream().map(generated::count).toList());
      bundle.files().samples().append(generated.samples());
      bundle.files().audits().append(generated.treatments.stream().map(generated::audit).toList());
      bundle.files().write(generated.analysis());
    }
  }

  private static PlannedTreatment treatment(int index) {
    Map<String, String> levels =
        Map.of(
            "hash",
            HASHES.get(index % 4),
            "layout",
            LAYOUTS.get(index / 4 % 4),
            "layout.span",
            "5",
            "compression",
            "lazy-expansion");
    String phrase =
        "hash="
            + levels.get("hash")
            + " layout="
            + levels.get("layout")
            + " allocator=pool{slots="
            + (index + 16)
            + "} compression=lazy-expansion";
    return Records.of(
        PlannedTreatment.class,
        Map.of(
            "id",
            "t%04d".formatted(index),
            "label",
            "hash=%s layout=%s slots=%d"
                .formatted(levels.get("hash"), levels.get("layout"), index + 16),
            "phrase",
            phrase,
            "baseline",
            index == 0,
            "assembly",
            "fused",
            "levels",
            levels,
            "changed",
            index == 0 ? List.of() : List.of("hash", "layout"),
            "layout",
            "tagged-int{span=5}",
            "compression",
            "lazy-expansion",
            "role",
            PlannedTreatment.SUBJECT));
  }

  private Count count(PlannedTreatment treatment) {
    double bytes = 20 + 80 * random.nextDouble();
    Shape shape =
        new Shape(
            1000,
            330,
            0,
            0,
            1000,
            0,
            1329,
            3,
            4,
            List.of(0L, 2L, 380L, 600L, 18L),
            List.of(1L, 32L, 290L, 7L));
    Telemetry telemetry =
        Records.of(
            Telemetry.class,
            Map.of(
                "allocations",
                1400L,
                "slotsReserved",
                2048L,
                "slotsLive",
                1329L,
                "slotsOccupied",
                1500L,
                "slotsReusable",
                100L,
                "largestReusable",
                60L));
    return new Count(
        treatment.id(),
        treatment.phrase(),
        KEYS,
        1000,
        (long) (bytes * 1000),
        bytes,
        shape,
        telemetry,
        List.of(new Count.Prediction("internalNodes", 325, 8, 0.6)),
        locality());
  }

  private static Locality locality() {
    List<Integer> cells = List.of(64, 32, 0, 1);
    return new Locality(
        Optional.of(new Distribution(3.5, 3, 6, 7)),
        Optional.of(new Distribution(2, 2, 3, 3)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new BlockMap(250, 64, List.of(new BlockMap.Kind("branch", 9, 97, cells)), List.of())));
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (PlannedTreatment treatment : treatments) {
      for (String operation : plan.operations()) {
        for (int iteration = 1; iteration <= 8; iteration++) {
          samples.add(
              Records.of(
                  Sample.class,
                  Map.of(
                      "treatment",
                      treatment.id(),
                      "operation",
                      operation,
                      "keys",
                      KEYS,
                      "phase",
                      iteration < 4 ? Sample.WARMUP : Sample.MEASURE,
                      "iteration",
                      iteration,
                      "nsPerOp",
                      20 + random.nextDouble())));
        }
      }
    }
    return samples;
  }

  private ForkAudit audit(PlannedTreatment treatment) {
    return Records.of(
        ForkAudit.class,
        Map.of(
            "treatment",
            treatment.id(),
            "host",
            "host",
            "nearBeforeNs",
            4 + random.nextDouble(),
            "nearAfterNs",
            4.5,
            "farBeforeNs",
            90 + 9 * random.nextDouble(),
            "farAfterNs",
            95.0,
            "timestamp",
            "2026-01-01T00:00:00Z"));
  }

  private Analysis analysis() {
    List<Analysis.Cell> cells = new ArrayList<>();
    plan.operations()
        .forEach(operation -> treatments.forEach(each -> cells.add(cell(operation, each))));
    return Records.of(
        Analysis.class,
        Map.ofEntries(
            Map.entry("format", Analysis.FORMAT),
            Map.entry("run", plan.run()),
            Map.entry("planDigest", "digest"),
            Map.entry("complete", true),
            Map.entry("smallestEffect", 0.02),
            Map.entry("confidence", 0.95),
            Map.entry("baseline", "t0000"),
            Map.entry("multiplicity", "Holm"),
            Map.entry("control", new Analysis.Control(1.5, 0.01, 0.02, List.of())),
            Map.entry(
                "groups",
                plan.operations().stream()
                    .map(each ->
                        new Analysis.Group(each, KEYS, 0.01, true, 0.02, 3, List.of("t0000")))
                    .toList()),
            Map.entry("effects", List.of(effect("hash", 3), effect("layout", 3))),
            Map.entry("cells", cells)));
  }

  private static Analysis.Effect effect(String term, int degrees) {
    return Records.of(
        Analysis.Effect.class,
        Map.of(
            "operation",
            "get-hit",
            "keys",
            KEYS,
            "term",
            term,
            "degrees",
            degrees,
            "size",
            1.2,
            "claim",
            Analysis.NO_CLAIM,
            "refusals",
            List.of("R1")));
  }

  private Analysis.Cell cell(String operation, PlannedTreatment treatment) {
    double ratio = treatment.baseline() ? 1 : Math.exp(0.3 * random.nextGaussian());
    String claim =
        treatment.baseline()
            ? Analysis.BASELINE
            : ratio < 0.9 ? Analysis.FASTER : ratio > 1.1 ? Analysis.SLOWER : Analysis.NO_CLAIM;
    return Records.of(
        Analysis.Cell.class,
        Map.ofEntries(
            Map.entry("operation", operation),
            Map.entry("keys", KEYS),
            Map.entry("n", 1000),
            Map.entry("treatment", treatment.id()),
            Map.entry("label", treatment.label()),
            Map.entry("phrase", treatment.phrase()),
            Map.entry("forks", 5),
            Map.entry("nsPerOp", 20 * ratio),
            Map.entry("nsLow", 19 * ratio),
            Map.entry("nsHigh", 21 * ratio),
            Map.entry("ratio", ratio),
            Map.entry("ratioLow", ratio * 0.95),
            Map.entry("ratioHigh", ratio * 1.05),
            Map.entry("claim", claim),
            Map.entry("rule", "the interval lies beyond the smallest effect"),
            Map.entry("courses", Map.of("flat", 5)),
            Map.entry("variance", new Analysis.Variance(0.01, 0.01, 0.01, 0.05, 12, 4))));
  }
}
