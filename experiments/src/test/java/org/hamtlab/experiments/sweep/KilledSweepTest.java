package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.GatePass;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real runners on one bundle, each killed (SIGKILL) at a random moment and followed by the next.
 * The number of kills is {@code -Dhamt.kills}.
 */
class KilledSweepTest {
  private static final int KILLED = 128 + 9;
  private static final int KILLS = Integer.getInteger("hamt.kills", 12);

  /** A runner is killed at most so long after a line of progress: about the length of a fork. */
  private static final int MOST_MILLIS = 600;

  /** Forks for every kill: more than a runner measures before it is killed, or the sweep ends. */
  private static final int FORKS_A_KILL = 3;

  private final Random random = new Random(Long.getLong("hamt.kills.seed", 1));
  @TempDir private Path temp;

  @Test
  void sweepKilledAgainAndAgainHasEveryPlannedSampleOnce() throws Exception {
    Path dir = temp.resolve("bundle");
    int blocks = FORKS_A_KILL * KILLS / 2 + 2;
    for (int kill = 0; kill < KILLS; kill++) {
      killed(dir, blocks);
    }
    Process last = start(dir, blocks);
    String said = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(last.waitFor()).as(said).isZero();
    BundleFiles files = new BundleFiles(dir);
    assertThat(files.samples().read().stream().map(KilledSweepTest::identity))
        .containsExactlyInAnyOrderElementsOf(planned(files.plan()));
    assertThat(files.gate().read())
        .extracting(GatePass::treatment)
        .containsExactlyInAnyOrder("t00", "t01");
    assertThat(files.audits().read())
        .extracting(ForkAudit::id)
        .doesNotHaveDuplicates()
        .hasSize(2 * blocks);
    assertThat(files.failures().read()).isEmpty();
    assertThat(Remaining.of(files)).isEqualTo(new Remaining(List.of(), List.of()));
  }

  /** Starts a runner, waits for a line of its progress, then for a while, and kills it. */
  private void killed(Path dir, int blocks) throws IOException, InterruptedException {
    Process runner = start(dir, blocks);
    try (BufferedReader lines = runner.inputReader()) {
      boolean duringStart = random.nextInt(8) == 0;
      String line = duringStart ? RunnerMain.OPENED : lines.readLine();
      for (int i = random.nextInt(2); i > 0 && line != null; i--) {
        line = lines.readLine();
      }
      assertThat(line).as("the sweep ended before it could be killed").isNotNull();
      boolean ended = runner.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
      assertThat(ended).as("the sweep ended before it could be killed").isFalse();
    } finally {
      runner.destroyForcibly();
    }
    assertThat(runner.waitFor()).isEqualTo(KILLED);
  }

  private Process start(Path dir, int blocks) throws IOException {
    Path scratch = Files.createDirectories(temp.resolve("scratch"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + scratch,
            "-cp",
            System.getProperty("java.class.path"),
            RunnerMain.class.getName(),
            dir.toString(),
            Integer.toString(blocks))
        .redirectErrorStream(true)
        .start();
  }

  /** What tells a sample from all others. */
  private static String identity(Sample sample) {
    return String.join(
        " ",
        sample.treatment(),
        Integer.toString(sample.fork()),
        sample.operation(),
        sample.keys(),
        sample.phase(),
        Integer.toString(sample.iteration()));
  }

  private static List<String> planned(Plan plan) {
    return plan.blocks().stream()
        .flatMap(block -> block.order().stream().map(id -> id + " " + block.block()))
        .flatMap(fork -> cells(plan).map(cell -> fork + " " + cell))
        .flatMap(cell ->
            Stream.of("warmup 1", "measure 1", "measure 2").map(phase -> cell + " " + phase))
        .toList();
  }

  private static Stream<String> cells(Plan plan) {
    return Stream.concat(
        Stream.of("control control"),
        plan.keySets().stream()
            .flatMap(set -> plan.operations().stream().map(op -> op + " " + set.keys())));
  }
}
