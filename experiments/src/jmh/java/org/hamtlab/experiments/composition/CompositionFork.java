package org.hamtlab.experiments.composition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.fork.ParentWatch;
import org.hamtlab.experiments.store.Json;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Entry point of one fork: measures one side and layout in this JVM and writes its samples.
 * Arguments: side, layout, number of the fork, sizes joined by commas, milliseconds an iteration,
 * file.
 */
public final class CompositionFork {
  private CompositionFork() {}

  /** Runs the fork. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    int fork = Integer.parseInt(args[2]);
    long millis = Long.parseLong(args[4]);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(CompositionBenchmark.class.getName())
            .forks(0)
            .param("side", args[0])
            .param("layout", args[1])
            .param("size", args[3].split(","))
            .warmupIterations(Side.COPIES)
            .warmupTime(TimeValue.milliseconds(Math.max(1, millis / 2)))
            .measurementIterations(2 * Side.COPIES)
            .measurementTime(TimeValue.milliseconds(millis))
            .verbosity(VerboseMode.SILENT);
    List<String> lines = new ArrayList<>();
    for (RunResult result : new Runner(options.build()).run()) {
      for (BenchmarkResult benchmark : result.getBenchmarkResults()) {
        addSamples(args[0], args[1], fork, benchmark, lines);
      }
    }
    Files.write(Path.of(args[5]), lines);
  }

  private static void addSamples(
      String side, String layout, int fork, BenchmarkResult benchmark, List<String> lines) {
    String name = benchmark.getParams().getBenchmark();
    String operation = name.substring(name.lastIndexOf('.') + 1);
    int size = Integer.parseInt(benchmark.getParams().getParam("size"));
    int iteration = 0;
    for (IterationResult result : benchmark.getIterationResults()) {
      double nanos = result.getPrimaryResult().getScore() / size;
      int copy = iteration++ % Side.COPIES;
      lines.add(Json.line(new CompositionSample(side, layout, operation, size, fork, copy, nanos)));
    }
  }
}
