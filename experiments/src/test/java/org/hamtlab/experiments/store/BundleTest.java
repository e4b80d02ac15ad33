package org.hamtlab.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.hamtlab.experiments.plan.TinyPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private final Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class);
  @TempDir private Path temp;

  @Test
  void planComesBackAsItWasFrozen() {
    Path dir = temp.resolve("b");
    Bundle.create(dir, plan, TinyPlans.environment()).close();
    try (Bundle bundle = Bundle.open(dir)) {
      assertThat(bundle.plan()).isEqualTo(plan);
      assertThat(bundle.files().environment()).isEqualTo(TinyPlans.environment());
      assertThat(bundle.notices()).isEmpty();
    }
  }

  @Test
  void refusesPlanThatWasChangedAfterwards() throws IOException {
    Bundle.create(temp, plan, TinyPlans.environment()).close();
    Path file = temp.resolve("plan.json");
    Files.writeString(file, Files.readString(file).replace("\"seed\" : 1", "\"seed\" : 2"));
    assertThatThrownBy(() -> Bundle.open(temp))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("changed after it was frozen");
  }

  @Test
  void removesTornLastLineWithANotice() throws IOException {
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      bundle.files().samples().append(fork("t00", 0));
    }
    Path file = temp.resolve("samples.jsonl");
    Files.writeString(file, "{\"run\":\"run-1\",\"blo", StandardOpenOption.APPEND);
    try (Bundle bundle = Bundle.open(temp)) {
      assertThat(bundle.notices())
          .singleElement()
          .asString()
          .contains("torn last line of 19 bytes");
      assertThat(bundle.files().samples().read()).isEqualTo(fork("t00", 0));
    }
  }

  @Test
  void removesSamplesOfForkThatWasCutOff() {
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      bundle.files().samples().append(fork("t00", 0));
      bundle.files().samples().append(fork("t01", 0).subList(0, 2));
    }
    try (Bundle bundle = Bundle.open(temp)) {
      assertThat(bundle.notices()).singleElement().asString().contains("removed 2 samples");
      assertThat(bundle.files().samples().read()).isEqualTo(fork("t00", 0));
    }
  }

  @Test
  void resumesExactlyWhatIsMissing() {
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      bundle.files().gate().append(List.of(new GatePass("run-1", "t00", "p", 1, 9, "now")));
      bundle.files().samples().append(fork("t00", 0));
      bundle.files().failures().append(List.of(failure(Failure.FORK, "t01", 1)));
      Remaining remaining = Remaining.of(bundle.files());
      assertThat(remaining.probes()).containsExactly("t01");
      assertThat(remaining.forks())
          .extracting(Remaining.PlannedFork::id)
          .containsExactlyInAnyOrder(new ForkId("t01", 0), new ForkId("t00", 1));
    }
  }

  @Test
  void neverTimesTreatmentThatFailedTheGate() {
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      bundle.files().failures().append(List.of(failure(Failure.GATE, "t01", -1)));
      Remaining remaining = Remaining.of(bundle.files());
      assertThat(remaining.probes()).containsExactly("t00");
      assertThat(remaining.forks()).extracting(f -> f.id().treatment()).containsOnly("t00");
    }
  }

  @Test
  void secondRunnerIsToldWhoHoldsTheBundle() {
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      assertThat(bundle.plan()).isEqualTo(plan);
      assertThatThrownBy(() -> Bundle.open(temp))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    Bundle.open(temp).close();
  }

  @Test
  void refusesFolderThatHoldsSomething() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> Bundle.create(temp, plan, TinyPlans.environment()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("is not a bundle");
    assertThat(temp.toFile().list()).containsExactly("notes.txt");
  }

  @Test
  void refusesFolderOfAnotherPlanAndSaysHowToContinueIt() {
    Bundle.create(temp, plan, TinyPlans.environment()).close();
    assertThatThrownBy(() -> Bundle.requireFree(temp))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("hamt resume \"" + temp + "\"");
  }

  @Test
  void refusesFolderBelowAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> Bundle.requireFree(file.resolve("bundle")))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("cannot be written");
  }

  private List<Sample> fork(String treatment, int fork) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < plan.samplesPerFork(treatment); i++) {
      samples.add(
          new Sample(
              "run-1",
              fork,
              treatment,
              "p",
              "get-hit",
              "shuffled:200",
              200,
              fork,
              Sample.MEASURE,
              i,
              1.5,
              1,
              "abc",
              false,
              "vm",
              "",
              "host",
              "cpu",
              2,
              "-",
              "now",
              20,
              OptionalDouble.of(0.01),
              OptionalDouble.empty()));
    }
    return samples;
  }

  private static Failure failure(String stage, String treatment, int fork) {
    return new Failure("run-1", stage, treatment, "p", fork, fork, "died", 1, List.of(), "now");
  }
}
