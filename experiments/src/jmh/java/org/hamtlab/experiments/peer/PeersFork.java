package org.hamtlab.experiments.peer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.fork.ParentWatch;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.hamtlab.experiments.store.Json;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Entry point of a fork. Arguments: the file with its task, the file for its samples.
 *
 * <p>All operations of all sides run until the compiler is quiet; only then are they measured, one
 * after the other, in an order of this fork.
 */
public final class PeersFork {
  private static final long QUIET_MILLIS = 50;

  private final PeersTask task;
  private final List<String> lines = new ArrayList<>();

  private PeersFork(PeersTask task) {
    this.task = task;
  }

  /** Runs the fork. */
  public static void main(String[] args) throws IOException, RunnerException {
    ParentWatch.start();
    PeersTask task = Json.parse(Files.readString(Path.of(args[0])), PeersTask.class);
    PeersBenchmark.begin(task);
    PeersFork fork = new PeersFork(task);
    fork.burnIn();
    for (PeerOperation operation : task.order()) {
      fork.measure(operation);
    }
    Files.write(Path.of(args[1]), fork.lines);
  }

  private void burnIn() throws RunnerException {
    long compiling = compilingMillis();
    for (int pass = 1; pass <= task.burnIns(); pass++) {
      for (PeerOperation operation : task.order()) {
        new Runner(options(operation, 0, 1)).run();
      }
      long before = compiling;
      compiling = compilingMillis();
      if (compiling - before < QUIET_MILLIS) {
        return;
      }
    }
  }

  private static long compilingMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  private void measure(PeerOperation operation) throws RunnerException {
    RunResult result =
        new Runner(options(operation, task.warmups(), task.rounds())).run().iterator().next();
    int sides = task.sidesWith(operation).size();
    List<String> turns = task.turns(operation);
    int iteration = task.warmups() * sides;
    for (IterationResult each :
        result.getBenchmarkResults().iterator().next().getIterationResults()) {
      String side = turns.get(iteration);
      int round = iteration / sides - task.warmups();
      lines.add(Json.line(sample(operation, side, round, each)));
      iteration++;
    }
  }

  private Options options(PeerOperation operation, int warmups, int rounds) {
    int sides = task.sidesWith(operation).size();
    return new OptionsBuilder()
        .include(PeersBenchmark.class.getName())
        .forks(0)
        .shouldFailOnError(true)
        .param("op", operation.name())
        .warmupIterations(warmups * sides)
        .warmupTime(TimeValue.milliseconds(task.millis()))
        .measurementIterations(rounds * sides)
        .measurementTime(TimeValue.milliseconds(task.millis()))
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private PeerSample sample(
      PeerOperation operation, String side, int round, IterationResult result) {
    int keys = PeersBenchmark.lap(side).keysPerRun(operation);
    double nanos = result.getPrimaryResult().getScore() / keys;
    double evacuations = result.getSecondaryResults().get("evacuations").getScore();
    return new PeerSample(
        operation.id(),
        task.size(),
        task.keys().id(),
        side,
        task.fork(),
        round,
        nanos,
        keys,
        Math.round(evacuations));
  }
}
