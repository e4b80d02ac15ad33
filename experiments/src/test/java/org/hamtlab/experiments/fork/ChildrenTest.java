package org.hamtlab.experiments.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.hamtlab.experiments.gate.ForgetfulMap;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining.PlannedFork;
import org.hamtlab.experiments.store.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
  private static final PlannedFork FIRST = new PlannedFork(0, new ForkId("t01", 0));
  private final Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class, ForgetfulMap.class);
  @TempDir private Path temp;
  private Bundle bundle;

  @BeforeEach
  void create() {
    bundle = Bundle.create(temp, plan, TinyPlans.environment());
  }

  @AfterEach
  void release() {
    bundle.close();
  }

  @Test
  void forkDeliversEverySampleOfEveryCell() throws InterruptedException {
    ForkResult result = new Children(bundle.files(), new ChildJvm()).fork(FIRST);
    assertThat(result).isInstanceOf(ForkResult.Ended.class);
    List<Sample> samples = ((ForkResult.Ended) result).samples();
    assertThat(samples).hasSize(plan.samplesPerFork("t01"));
    assertThat(samples).extracting(Sample::operation).contains("get-hit", "remove", "control");
    assertThat(samples).extracting(Sample::nsPerOp).allMatch(ns -> ns > 0 && ns < 1e9);
    assertThat(samples).extracting(Sample::treatment).containsOnly("t01");
    assertThat(samples).extracting(Sample::phase).contains(Sample.WARMUP, Sample.MEASURE);
  }

  @Test
  void probePassesTreatmentThatAnswersRightly() throws InterruptedException {
    assertThat(new Children(bundle.files(), new ChildJvm()).probe("t01", 30))
        .isInstanceOf(ProbeResult.Passed.class);
  }

  @Test
  void probeRefusesTreatmentThatAnswersWrongly() throws InterruptedException {
    ProbeResult result = new Children(bundle.files(), new ChildJvm()).probe("t02", 30);
    assertThat(result).isInstanceOf(ProbeResult.Failed.class);
    Failure failure = ((ProbeResult.Failed) result).failure();
    assertThat(failure.stage()).isEqualTo(Failure.GATE);
    assertThat(failure.cause()).contains("answered null");
  }

  @Test
  void namesAThrownException() throws InterruptedException {
    assertThat(causeOf(DyingMains.Throwing.class)).contains("exit status 1", "broken subject");
  }

  @Test
  void namesExhaustedMemory() throws InterruptedException {
    assertThat(causeOf(DyingMains.OutOfMemory.class)).contains("OutOfMemoryError");
  }

  @Test
  void namesTheSignalThatKilled() throws InterruptedException {
    assertThat(causeOf(DyingMains.Killed.class)).startsWith("killed by signal 9");
  }

  @Test
  void namesMissingSamples() throws InterruptedException {
    assertThat(causeOf(DyingMains.Silent.class))
        .isEqualTo("delivered 0 samples (expected " + plan.samplesPerFork("t01") + ")");
  }

  @Test
  void stopsAForkThatHangs() throws IOException, InterruptedException {
    ChildJvm.Outcome outcome =
        new ChildJvm().run(DyingMains.Hanging.class.getName(), List.of(), List.of(), temp, 1);
    assertThat(Causes.of(outcome, 1)).isEqualTo("did not end within 1 seconds and was stopped");
  }

  private String causeOf(Class<?> main) throws InterruptedException {
    ForkResult result =
        new Children(bundle.files(), new ChildJvm(), main.getName(), main.getName()).fork(FIRST);
    assertThat(result).isInstanceOf(ForkResult.Died.class);
    return ((ForkResult.Died) result).failure().cause();
  }
}
