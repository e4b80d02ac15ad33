package org.hamtlab.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.experiments.sweep.SweepFileRun;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.registry.Registry;

/** The bundle that a claim's sweep would leave, with times that a test chooses. */
public final class TimedEvidence {
  private TimedEvidence() {}

  /** Nanoseconds per operation of a cell. */
  public interface Clock {
    /** The phrase is canonical. */
    double nanos(String operation, String keys, String phrase);
  }

  /** Writes a bundle into a folder and reads it as evidence; blocks differ by one percent. */
  public static Evidence of(Claim claim, Path dir, Clock clock) {
    String file = Papers.claim(claim.evidenceId()).sweep().orElseThrow();
    Plan plan = SweepFileRun.plan(file, Ledger.text(claim, file));
    Path bundle = Evidence.bundle(dir);
    try {
      Files.createDirectories(bundle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BundleFiles files = new BundleFiles(bundle);
    BundleFiles.replace(bundle.resolve("plan.json"), Json.pretty(plan));
    files.samples().append(samples(plan, clock));
    return Evidence.read(dir);
  }

  /** The canonical phrase, to be compared in a clock. */
  public static boolean isSame(String phrase, String canonical) {
    return Registry.installed().resolve(phrase).phrase().equals(canonical);
  }

  private static List<Sample> samples(Plan plan, Clock clock) {
    List<Sample> samples = new ArrayList<>();
    for (int block = 0; block < plan.stopping().leastForks(); block++) {
      double drift = 1 + 0.01 * (block % 2);
      for (Plan.PlannedTreatment treatment : plan.treatments()) {
        samples.add(sample(plan, treatment, block, Sample.CONTROL, Sample.CONTROL, 100));
        for (String operation : plan.operations(treatment.id())) {
          for (Plan.KeySet keys : plan.keySets()) {
            double nanos = clock.nanos(operation, keys.keys(), treatment.phrase());
            samples.add(sample(plan, treatment, block, operation, keys.keys(), nanos * drift));
          }
        }
      }
    }
    return samples;
  }

  private static Sample sample(
      Plan plan,
      Plan.PlannedTreatment treatment,
      int block,
      String operation,
      String keys,
      double nanos) {
    return new Sample(
        plan.run(),
        block,
        treatment.id(),
        treatment.phrase(),
        operation,
        keys,
        1,
        block,
        Sample.MEASURE,
        1,
        nanos,
        plan.seed(),
        plan.commit(),
        false,
        "jvm",
        "",
        "host",
        "cpu",
        1,
        "fused",
        plan.created(),
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
