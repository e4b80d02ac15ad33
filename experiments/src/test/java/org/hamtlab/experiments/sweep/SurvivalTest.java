package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a sweep is told, and what was written until then is whole. */
class SurvivalTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  @TempDir private Path temp;

  @Test
  void aFullDiskStopsTheSweepAndTheSameSweepGoesOnWhenThereIsRoom()
      throws IOException, InterruptedException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    Path counts = temp.resolve("counts.jsonl");
    try (Bundle bundle = Bundle.create(temp, plan(), TinyPlans.environment())) {
      Files.createSymbolicLink(counts, full);
      assertThat(SweepRun.run(bundle, out, 60)).isFalse();
      assertThat(bytes.toString(StandardCharsets.UTF_8))
          .contains("counts.jsonl: cannot append", "Nothing was half-written")
          .contains("Then continue with: ", " resume " + temp);
      assertThat(bundle.files().gate().read()).isEmpty();
    }
    Files.delete(counts);
    try (Bundle bundle = Bundle.open(temp)) {
      assertThat(SweepRun.run(bundle, out, 60)).isTrue();
      requireWhole(bundle.files());
    }
  }

  private static void requireWhole(BundleFiles files) {
    Plan plan = files.plan();
    assertThat(Remaining.of(files)).isEqualTo(new Remaining(List.of(), List.of()));
    assertThat(files.samples().read()).hasSize(plan.forks() * plan.samplesPerFork("t00"));
    assertThat(files.samples().read()).doesNotHaveDuplicates();
    assertThat(files.audits().read()).hasSize(plan.forks());
    Count count = assertThat(files.counts().read()).singleElement().actual();
    assertThat(count.locality().allocationsPerPut()).isPresent();
    assertThat(count.locality().linesPerPath()).as("nodes are the JVM's").isEmpty();
    assertThat(count.locality().nodesNotAddressed())
        .contains(count.shape().internalNodes() + count.shape().collisionNodes());
  }

  /** One treatment that has counters. */
  private static Plan plan() {
    Plan plan = TinyPlans.of(1, HashMap.class);
    Plan.PlannedTreatment t = plan.treatments().getFirst();
    return EditedPlan.of(
        plan,
        Map.of(
            "treatments",
            List.of(
                new Plan.PlannedTreatment(
                    t.id(),
                    "default",
                    "@default",
                    true,
                    "",
                    "",
                    "",
                    "",
                    "fused",
                    List.of(),
                    Map.of(),
                    t.role()))));
  }
}
