package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Audits;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.FilledBundles;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.experiments.store.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingRuleTest {
  private final PrintStream out =
      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  @TempDir private Path temp;

  @Test
  void stopsAfterTheLeastForksWhenIntervalsAreNarrowEnough()
      throws InterruptedException, IOException {
    try (Bundle bundle = twoCalmBlocks(new Plan.Stopping(2, 1e9, 0, 0))) {
      measure(bundle, StoppingRule.ofAnalysis());
      Stopped stopped = bundle.files().stopped().orElseThrow();
      assertThat(stopped.rule()).isEqualTo(Stopped.INTERVALS);
      assertThat(stopped.countedBlocks()).isEqualTo(2);
      assertThat(stopped.widestInterval()).isPositive();
      assertThat(blocks(bundle)).containsOnly(0, 1);
    }
  }

  @Test
  void stopsWhenTheBudgetIsSpentButNotBeforeTheLeastForks() throws InterruptedException {
    // A block starts two virtual machines, so forty of them take longer than a second anywhere.
    try (Bundle bundle = bundle(new Plan.Stopping(1, 0, 1, 0), 40)) {
      measure(bundle, StoppingRule.ofAnalysis());
      Stopped stopped = bundle.files().stopped().orElseThrow();
      assertThat(stopped.rule()).isEqualTo(Stopped.BUDGET);
      assertThat(stopped.measuredSeconds()).isGreaterThanOrEqualTo(1);
      assertThat(blocks(bundle)).contains(0).doesNotContain(39);
    }
  }

  @Test
  void theBudgetHoldsOnAHostThatIsBusyThroughoutAndItsIntervalsAreNotTrusted() throws IOException {
    try (Bundle bundle = twoCalmBlocks(new Plan.Stopping(2, 1e9, 30, 0))) {
      StoppingRule rule = new StoppingRule(files -> 0.001);
      audit(bundle, 5);
      assertThat(rule.decide(bundle.files(), left(bundle))).isEmpty();
      audit(bundle, 10);
      assertThat(rule.decide(bundle.files(), left(bundle)).map(Stopped::rule))
          .contains(Stopped.BUDGET);
    }
  }

  @Test
  void goesOnToTheLastBlockWhileIntervalsAreWide() throws InterruptedException {
    try (Bundle bundle = bundle(new Plan.Stopping(1, 0.01, 0, 0))) {
      measure(bundle, new StoppingRule(files -> 0.02));
      assertThat(bundle.files().stopped()).isEmpty();
      assertThat(blocks(bundle)).containsOnly(0, 1, 2, 3);
    }
  }

  @Test
  void aResumedSweepDecidesAsTheOneThatWasKilledBeforeItWroteItsDecision()
      throws InterruptedException, IOException {
    Stopped first;
    try (Bundle bundle = twoCalmBlocks(new Plan.Stopping(2, 1e9, 0, 0))) {
      measure(bundle, StoppingRule.ofAnalysis());
      first = bundle.files().stopped().orElseThrow();
    }
    byte[] samples = Files.readAllBytes(temp.resolve("samples.jsonl"));
    Files.delete(temp.resolve("stopped.json"));
    try (Bundle bundle = Bundle.open(temp)) {
      measure(bundle, StoppingRule.ofAnalysis());
      Stopped again = bundle.files().stopped().orElseThrow();
      assertThat(again).usingRecursiveComparison().ignoringFields("timestamp").isEqualTo(first);
    }
    assertThat(temp.resolve("samples.jsonl")).hasBinaryContent(samples);
  }

  /** Two blocks of four are measured, with drawn times, so that no neighbour disturbs the test. */
  private Bundle twoCalmBlocks(Plan.Stopping stopping) throws IOException {
    FilledBundles.write(temp, plan(stopping, 4), TinyPlans.environment(), 1, Map.of());
    Path samples = temp.resolve("samples.jsonl");
    Files.write(
        samples,
        Files.readAllLines(samples).stream()
            .filter(line -> line.contains("\"block\":0,") || line.contains("\"block\":1,"))
            .toList());
    return Bundle.open(temp);
  }

  /** Audits of the two blocks, made while tasks always waited for a processor. */
  private static void audit(Bundle bundle, double secondsEach) {
    for (int block = 0; block < 2; block++) {
      for (String treatment : List.of("t00", "t01")) {
        bundle
            .files()
            .audits()
            .append(
                List.of(
                    Audits.of(
                        treatment,
                        block,
                        Map.of(
                            "run",
                            bundle.plan().run(),
                            "cpuPressure",
                            OptionalDouble.of(0.95),
                            "seconds",
                            secondsEach))));
      }
    }
  }

  private static List<Remaining.PlannedFork> left(Bundle bundle) {
    return Remaining.of(bundle.files()).forks();
  }

  private void measure(Bundle bundle, StoppingRule rule) throws InterruptedException {
    ChildJvm jvm = new ChildJvm();
    try (Children children = new Children(bundle.files(), jvm);
        Interruption interruption = new Interruption(temp, jvm, out)) {
      new Measuring(bundle.files(), new Share.Whole(), children, interruption, rule).run(out);
    }
  }

  private Bundle bundle(Plan.Stopping stopping) {
    return bundle(stopping, 4);
  }

  private Bundle bundle(Plan.Stopping stopping, int blocks) {
    return Bundle.create(temp, plan(stopping, blocks), TinyPlans.environment());
  }

  private static Plan plan(Plan.Stopping stopping, int count) {
    Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class);
    List<Plan.Block> blocks = new ArrayList<>();
    for (int block = 0; block < count; block++) {
      blocks.add(new Plan.Block(block, List.of("t01", "t00")));
    }
    return EditedPlan.of(plan, Map.of("stopping", stopping, "forks", count, "blocks", blocks));
  }

  private static List<Integer> blocks(Bundle bundle) {
    return bundle.files().samples().read().stream().map(Sample::block).distinct().toList();
  }
}
