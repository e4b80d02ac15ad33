package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.fork.DyingMains;
import org.hamtlab.experiments.fork.ProbeMain;
import org.hamtlab.experiments.gate.ForgetfulMap;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.sweep.command.Outcome;
import org.hamtlab.experiments.sweep.command.ReportCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  @TempDir private Path temp;

  @Test
  void measuresWhatPassesTheGateAndReportsWhatDoesNot() throws InterruptedException, IOException {
    Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class, ForgetfulMap.class);
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      assertThat(SweepRun.run(bundle, out, 30)).isTrue();
      assertThat(Outcome.conclude(bundle.files(), out)).isEqualTo(1);
      Analysis analysis = bundle.files().analysis().orElseThrow();
      assertThat(analysis.complete()).isTrue();
      assertThat(analysis.forksDone()).isEqualTo(4);
      assertThat(analysis.cells()).hasSize(4).extracting(Analysis.Cell::forks).containsOnly(2);
      assertThat(analysis.cells()).extracting(Analysis.Cell::treatment).doesNotContain("t02");
      assertThat(text()).contains("FAILED gate ForgetfulMap", "remove, shuffled:200 (200 keys)");
    }
    byte[] samples = Files.readAllBytes(temp.resolve("samples.jsonl"));
    byte[] analysis = Files.readAllBytes(temp.resolve("analysis.json"));
    Files.delete(temp.resolve("analysis.json"));
    assertThat(new picocli.CommandLine(new ReportCommand()).execute(temp.toString())).isEqualTo(1);
    assertThat(temp.resolve("analysis.json")).hasBinaryContent(analysis);
    assertThat(temp.resolve("samples.jsonl")).hasBinaryContent(samples);
  }

  @Test
  void goesOnWhenForksDie() throws InterruptedException {
    Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class);
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      ChildJvm jvm = new ChildJvm();
      Children children =
          new Children(
              bundle.files(), jvm, ProbeMain.class.getName(), DyingMains.Throwing.class.getName());
      try (Interruption interruption = new Interruption(temp, jvm, out)) {
        assertThat(new SweepRun(bundle, new Share.Whole(), children, interruption, out, 30).run())
            .isTrue();
      }
      List<Failure> failures = bundle.files().failures().read();
      assertThat(failures).hasSize(4).extracting(Failure::stage).containsOnly(Failure.FORK);
      assertThat(failures).extracting(Failure::cause).allMatch(c -> c.contains("broken subject"));
      assertThat(Remaining.of(bundle.files())).isEqualTo(new Remaining(List.of(), List.of()));
      assertThat(Outcome.conclude(bundle.files(), out)).isEqualTo(1);
      assertThat(text()).contains("0 of 4 forks measured, 4 failed");
    }
  }

  @Test
  void givesUpATreatmentWhoseForkTakesTooLong() throws InterruptedException {
    Plan plan = TinyPlans.of(1, 1, HashMap.class);
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      ChildJvm jvm = new ChildJvm();
      Children children =
          new Children(
              bundle.files(), jvm, ProbeMain.class.getName(), DyingMains.Hanging.class.getName());
      try (Interruption interruption = new Interruption(temp, jvm, out)) {
        assertThat(new SweepRun(bundle, new Share.Whole(), children, interruption, out, 30).run())
            .isTrue();
      }
      List<Failure> failures = bundle.files().failures().read();
      assertThat(failures).extracting(Failure::fork).containsExactly(0, 1);
      assertThat(failures.get(0).cause()).contains("did not end within 1 second");
      assertThat(failures.get(1).cause()).startsWith("not started, since fork 0 did not end");
      assertThat(Remaining.of(bundle.files()).forks()).isEmpty();
      Outcome.conclude(bundle.files(), out);
      assertThat(text()).contains("(and 1 more of its forks)");
    }
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
