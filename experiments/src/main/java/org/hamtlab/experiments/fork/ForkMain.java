package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hamtlab.experiments.bench.Workloads;
import org.hamtlab.experiments.plan.Operation;
import org.hamtlab.experiments.plan.Subject;
import org.hamtlab.experiments.plan.Workload;
import org.hamtlab.experiments.store.Plan;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Entry point of a fork: times every operation on every key set of one treatment, and the control,
 * in an order that the block fixes, so that treatments of one block share it. JMH's runner does the
 * timing, in this virtual machine.
 */
public final class ForkMain {
  /** Strategies warn of every map; the count stage has shown it, and here it would be timed. */
  private static final Logger WARNINGS = Logger.getLogger("org.hamtlab");

  private final ForkTask task;
  private final List<Score> scores = new ArrayList<>();

  private ForkMain(ForkTask task) {
    this.task = task;
  }

  /** Runs the task in the file that the only argument names. */
  public static void main(String[] args) throws IOException, RunnerException, InterruptedException {
    long start = System.nanoTime();
    WARNINGS.setLevel(Level.OFF);
    ParentWatch.start();
    ForkTask task = ForkTask.read(Path.of(args[0]));
    new ForkMain(task).run(start);
  }

  private void run(long start) throws IOException, RunnerException, InterruptedException {
    prepare();
    long prepared = System.nanoTime();
    for (ForkCell cell : cells()) {
      System.gc();
      new Runner(options(cell), new ScoreKeeper(cell, scores::add)).run();
    }
    new Timeline(start, prepared, System.nanoTime()).write(task.output());
    Files.write(task.output(), scores.stream().map(Score::line).toList());
    // What a subject left running must not keep this virtual machine alive.
    Runtime.getRuntime().halt(0);
  }

  /** Reads all keys, and makes the subject once, beside each other: nothing is timed yet. */
  private void prepare() throws InterruptedException {
    Thread subject =
        Thread.ofPlatform().start(() -> Subject.close(Subject.of(task.phrase()).newMap()));
    task.keySets().parallelStream().forEach(this::verify);
    subject.join();
  }

  private void verify(ForkTask.Keys keySet) {
    Workload workload = Workloads.of(keySet.keys(), task.orderSeed());
    if (Arrays.hashCode(workload.inserted()) != keySet.hash()) {
      throw new IllegalStateException(
          keySet.keys() + ": are not the keys that the runner has proved (expected the same).");
    }
    if (task.operations().contains(Operation.GET_MISS.id())) {
      // Here beside the other key sets; later it would be alone.
      workload.misses();
    }
  }

  private List<ForkCell> cells() {
    List<ForkCell> cells = new ArrayList<>();
    cells.add(ForkCell.control());
    for (ForkTask.Keys keySet : task.keySets()) {
      for (String operation : task.operations()) {
        cells.add(ForkCell.of(operation, keySet, task.orderSeed()));
      }
    }
    Collections.shuffle(cells, new Random(task.orderSeed()));
    return cells;
  }

  private Options options(ForkCell cell) {
    Plan.Timing timing = task.timing();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(cell.benchmark())
            .forks(0)
            .shouldFailOnError(true)
            .operationsPerInvocation(cell.operationsPerPass())
            .warmupIterations(timing.warmupIterations())
            .warmupTime(TimeValue.milliseconds(timing.warmupMillis()))
            .measurementIterations(timing.iterations())
            .measurementTime(TimeValue.milliseconds(timing.iterationMillis()));
    if (!cell.isControl()) {
      options
          .param("phrase", task.phrase())
          .param("keys", cell.keys())
          .param("operation", cell.operation())
          .param("seed", Long.toString(task.orderSeed()));
    }
    return options.build();
  }
}
