package org.hamtlab.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Audits;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardTest {
  private static final Plan PLAN = TinyPlans.of(1, HashMap.class);

  @TempDir private Path temporary;
  private Path dir;

  @BeforeEach
  void begin() {
    dir = temporary.resolve("bundle");
  }

  @Test
  void firstOfTwoAttemptsStands() throws IOException {
    Shard shard = Shard.ofBlock(dir, 3);
    Path slow = shard.begin("slow");
    Path fast = shard.begin("fast");
    Files.writeString(slow.resolve("who"), "slow");
    Files.writeString(fast.resolve("who"), "fast");
    assertThat(Shard.whole(dir)).isEmpty();
    shard.publish(fast);
    shard.publish(slow);
    assertThat(Shard.whole(dir)).containsExactly(shard);
    assertThat(Files.readString(dir.resolve("shards/block-3/who"))).isEqualTo("fast");
    assertThat(slow).doesNotExist();
  }

  @Test
  void discardingRemovesWhatDeadAttemptsLeft() throws IOException {
    Shard shard = Shard.ofBlock(dir, 3);
    Shard other = Shard.ofBlock(dir, 31);
    Path dead = shard.begin("dead");
    Path running = other.begin("running");
    shard.publish(shard.begin("alive"));
    shard.discard();
    assertThat(dead).doesNotExist();
    assertThat(running).exists();
    assertThat(Shard.whole(dir)).isEmpty();
  }

  @Test
  void mergingTwiceAddsOnce() throws IOException {
    try (Bundle bundle = Bundle.create(dir, PLAN, TinyPlans.environment())) {
      Shard shard = shard(PLAN);
      Merge.into(bundle, shard);
      Merge.into(bundle, shard);
      assertThat(bundle.files().samples().read()).hasSize(PLAN.samplesPerFork("t00"));
      assertThat(bundle.files().audits().read()).hasSize(1);
      assertThat(bundle.files().hosts().read()).hasSize(1);
    }
  }

  @Test
  void refusesShardOfAnotherRun() throws IOException {
    try (Bundle bundle = Bundle.create(dir, PLAN, TinyPlans.environment())) {
      Shard shard = shard(EditedPlan.of(PLAN, Map.of("run", "run-2")));
      assertThatThrownBy(() -> Merge.into(bundle, shard))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("run-2");
    }
  }

  @Test
  void optionsOfTheFirstCallAreKept() throws IOException {
    Files.createDirectories(dir);
    Jobs jobs = new Jobs(dir);
    assertThat(SlurmRun.began(dir)).isFalse();
    jobs.begin(List.of("--partition=lab"));
    new Jobs(dir).begin(List.of());
    jobs.add("12");
    assertThat(SlurmRun.began(dir)).isTrue();
    assertThat(jobs.options()).containsExactly("--partition=lab");
    assertThat(jobs.submitted()).containsExactly("12");
  }

  private Shard shard(Plan plan) throws IOException {
    Shard shard = Shard.ofBlock(dir, 0);
    Path part = shard.begin("test");
    try (Bundle mine = Bundle.create(part, plan, TinyPlans.environment())) {
      mine.files().audits().append(List.of(audit()));
      mine.files()
          .samples()
          .append(
              IntStream.range(0, PLAN.samplesPerFork("t00")).mapToObj(ShardTest::sample).toList());
    }
    shard.publish(part);
    return shard;
  }

  private static ForkAudit audit() {
    return Audits.of("t00", 0, Map.of("seconds", 1.0));
  }

  private static Sample sample(int iteration) {
    return new Sample(
        "run-1",
        0,
        "t00",
        "p",
        "get-hit",
        "shuffled:200",
        200,
        0,
        Sample.MEASURE,
        iteration,
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
        5,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
