package org.hamtlab.experiments.honesty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamtlab.experiments.fork.ParentWatch;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Entry point of a fork. Arguments: rounds executed, file that takes the scores. */
public final class HonestyFork {
  private HonestyFork() {}

  /** Runs the fork. */
  public static void main(String[] args) throws RunnerException, IOException {
    ParentWatch.start();
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + PlantedLookup.class.getName().replace(".", "\\.") + "\\.look$")
                    .forks(0)
                    .param("executed", args[0])
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    List<String> scores =
        result.getBenchmarkResults().stream()
            .flatMap(benchmark -> benchmark.getIterationResults().stream())
            .map(IterationResult::getPrimaryResult)
            .map(score -> Double.toString(score.getScore()))
            .toList();
    Files.write(Path.of(args[1]), scores);
  }
}
