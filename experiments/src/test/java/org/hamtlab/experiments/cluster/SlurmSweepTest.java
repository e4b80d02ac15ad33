package org.hamtlab.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.experiments.sweep.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real sweep on a real Slurm, in which a runner is interrupted and a node dies. */
class SlurmSweepTest {
  private static final int BLOCKS = 6;

  @TempDir private Path temporary;

  @Test
  @Timeout(240)
  void interruptedRunnerAndDeadNodeLeaveExactlyThePlannedSamples() throws Exception {
    Path dir = bundle();
    try (PrivateCluster cluster = PrivateCluster.start(temporary.resolve("cluster"), 3)) {
      Runner first = new Runner(dir, cluster);
      first.readUntil("--array=");
      first.interrupt();
      assertThat(first.rest()).anyMatch(line -> line.startsWith("Jobs in the queue go on"));
      Runner second = new Runner(dir, cluster);
      cluster.kill(busyNode(cluster, second));
      assertThat(second.rest()).noneMatch(line -> line.startsWith("Submitted"));
      assertThat(second.status()).isZero();
    }
    isComplete(new BundleFiles(dir));
  }

  private Path bundle() throws IOException {
    Plan tiny = TinyPlans.of(5, HashMap.class, LinkedHashMap.class);
    List<String> order = tiny.blocks().getFirst().order();
    Plan plan =
        EditedPlan.of(
            tiny,
            Map.of(
                "forks",
                BLOCKS,
                "blocks",
                IntStream.range(0, BLOCKS).mapToObj(n -> new Plan.Block(n, order)).toList()));
    Path dir = temporary.resolve("bundle");
    Bundle.create(dir, plan, Host.examine(plan.run(), plan.jvmFlags())).close();
    new Jobs(dir).begin(List.of());
    return dir;
  }

  /** A node on which a block is being measured; asks as long as the runner says something. */
  private static String busyNode(PrivateCluster cluster, Runner runner) throws Exception {
    List<String> busy = cluster.nodesOfArrayTasks();
    while (busy.isEmpty()) {
      assertThat(runner.isAlive()).isTrue();
      busy = cluster.nodesOfArrayTasks();
    }
    return busy.getFirst();
  }

  private static void isComplete(BundleFiles files) {
    Plan plan = files.plan();
    Remaining remaining = Remaining.of(files);
    assertThat(remaining.probes()).isEmpty();
    assertThat(remaining.forks()).isEmpty();
    assertThat(files.failures().read()).isEmpty();
    List<Sample> samples = files.samples().read();
    assertThat(samples).doesNotHaveDuplicates();
    Map<ForkId, Long> perFork =
        samples.stream().collect(Collectors.groupingBy(ForkId::of, Collectors.counting()));
    assertThat(perFork).hasSize(BLOCKS * plan.treatments().size());
    assertThat(perFork.values()).containsOnly((long) plan.samplesPerFork("t00"));
    assertThat(files.gate().read()).hasSize(plan.treatments().size());
    assertThat(files.hosts().read()).isNotEmpty();
  }

  /** {@code hamt resume} of the bundle, in a process of its own. */
  private static final class Runner {
    private final Process process;
    private final BufferedReader output;

    Runner(Path dir, PrivateCluster cluster) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              "org.hamtlab.experiments.cli.Main",
              "resume",
              dir.toString());
      builder.environment().put("SLURM_CONF", cluster.configuration());
      process = builder.redirectErrorStream(true).start();
      output = process.inputReader(StandardCharsets.UTF_8);
    }

    void readUntil(String text) throws IOException {
      List<String> seen = new ArrayList<>();
      String line = output.readLine();
      while (line != null && !line.contains(text)) {
        seen.add(line);
        line = output.readLine();
      }
      assertThat(line).as(String.join("\n", seen)).isNotNull();
    }

    List<String> rest() {
      return output.lines().toList();
    }

    void interrupt() {
      process.toHandle().destroy();
    }

    boolean isAlive() {
      return process.isAlive();
    }

    int status() throws InterruptedException {
      return process.waitFor();
    }
  }
}
