package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.fork.misbehaving.MisbehavingMixerProvider;
import org.hamtlab.experiments.fork.misbehaving.MisbehavingPlugin;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.experiments.sweep.command.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a plug-in does, in whichever stage, is recorded with its cause, and the rest goes on.
 */
class MisbehavingPluginTest {
  private static final long CHILD_BYTES = 1L << 30;
  private static final String OVERLAPS = "layout=tagged-int allocator=test.allocator{how=overlaps}";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  @TempDir private Path temp;

  @Test
  void isRecordedWithItsCauseInEveryStage() throws IOException, InterruptedException {
    Map<String, String> causes = new TreeMap<>();
    causes.put("throws", "no mixing today");
    causes.put("exits", "exit status 7");
    causes.put("exits-well", "");
    causes.put("eats-heap", "OutOfMemoryError: Java heap space");
    causes.put("eats-native", "GiB of memory (expected at most 1.0) and was stopped");
    causes.put("crashes", "SIGSEGV");
    causes.put("answers-wrongly", "");
    causes.put("chatters", "wrote more than 16 MiB of output and was stopped");
    List<String> phrases = new ArrayList<>(List.of(OVERLAPS));
    causes
        .keySet()
        .forEach(how ->
            MisbehavingMixerProvider.STAGES.forEach(stage -> phrases.add(phrase(how, stage))));
    Map<String, Failure> failures = sweep(plan(60, phrases));
    assertThat(failures).containsOnlyKeys(phrases);
    assertThat(failures.get(OVERLAPS).stage()).isEqualTo(Failure.GATE);
    causes.forEach((how, cause) ->
        MisbehavingMixerProvider.STAGES.forEach(stage -> {
          Failure failure = failures.get(phrase(how, stage));
          assertThat(failure.stage()).as(failure.phrase()).isEqualTo(stage);
          assertThat(failure.cause()).as(failure.phrase()).isNotBlank().contains(cause);
        }));
    assertThat(failures.get(phrase("exits-well", "gate")).cause())
        .contains("exit status 0 before its work was done");
    assertThat(failures.get(phrase("answers-wrongly", "gate")).cause())
        .contains("its hash changed");
    assertThat(failures.get(phrase("answers-wrongly", "fork")).cause())
        .containsAnyOf("wrong answer", "its hash changed");
  }

  @Test
  void isStoppedWhenItHangs() throws IOException, InterruptedException {
    List<String> phrases =
        MisbehavingMixerProvider.STAGES.stream().map(stage -> phrase("hangs", stage)).toList();
    Map<String, Failure> failures = sweep(plan(6, phrases));
    assertThat(failures).containsOnlyKeys(phrases);
    failures.forEach((phrase, failure) -> {
      assertThat(phrase).contains("stage=" + failure.stage());
      assertThat(failure.cause()).contains("did not end within 6 seconds and was stopped");
    });
  }

  /** Failures by phrase, after a sweep that came to its end. */
  private Map<String, Failure> sweep(Plan plan) throws IOException, InterruptedException {
    Path dir = temp.resolve("bundle");
    try (Bundle bundle = Bundle.create(dir, plan, TinyPlans.environment())) {
      ChildJvm jvm = new ChildJvm(MisbehavingPlugin.classPath(temp.resolve("plugin")));
      Children children = new Children(bundle.files(), jvm).limitedTo(2, CHILD_BYTES);
      try (Interruption interruption = new Interruption(dir, jvm, out)) {
        int limit = plan.timing().forkLimitSeconds();
        assertThat(
                new SweepRun(bundle, new Share.Whole(), children, interruption, out, limit).run())
            .isTrue();
      }
      assertThat(Remaining.of(bundle.files())).isEqualTo(new Remaining(List.of(), List.of()));
      assertThat(bundle.files().samples().read())
          .extracting(Sample::treatment)
          .hasSize(plan.samplesPerFork("t00"))
          .containsOnly("t00");
      assertThat(Outcome.conclude(bundle.files(), out)).isEqualTo(1);
      List<Failure> failures = bundle.files().failures().read();
      assertThat(bytes.toString(StandardCharsets.UTF_8))
          .contains(failures.stream().map(f -> "FAILED " + f.stage()).toList())
          .contains(failures.stream().map(Failure::cause).toList());
      return failures.stream().collect(Collectors.toMap(Failure::phrase, f -> f));
    }
  }

  private static String phrase(String how, String stage) {
    return "hash=test.misbehaving{how=" + how + ",stage=" + stage + "}";
  }

  /** A single block: a map of the JDK, which must be measured whatever the others do. */
  private static Plan plan(int limitSeconds, List<String> phrases) {
    Plan plan = TinyPlans.of(1, limitSeconds, HashMap.class);
    List<PlannedTreatment> treatments = new ArrayList<>(plan.treatments());
    phrases.forEach(phrase -> treatments.add(treatment(treatments.size(), phrase)));
    List<String> ids = treatments.stream().map(PlannedTreatment::id).toList();
    return EditedPlan.of(
        plan,
        Map.of("forks", 1, "treatments", treatments, "blocks", List.of(new Plan.Block(0, ids))));
  }

  private static PlannedTreatment treatment(int number, String phrase) {
    return new PlannedTreatment(
        String.format("t%02d", number),
        phrase,
        phrase,
        false,
        "",
        "",
        "",
        "",
        "fused",
        List.of("hash"),
        Map.of(),
        PlannedTreatment.SUBJECT);
  }
}
