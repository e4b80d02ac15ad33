package org.hamtlab.experiments.build;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.analysis.Forks;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the ways to build a map and prints how they compare: times an entry, and ratios of times
 * round by round with 95 % intervals, Student's over forks.
 */
@Command(
    name = "building",
    mixinStandardHelpOptions = true,
    description = "Measures the ways to build a map of many entries; about five minutes.")
public final class BuildTable implements Callable<Integer> {
  private static final double CONFIDENCE = 0.95;

  /** What is compared with what. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("champ bottom-up", "champ one-by-one"),
          List.of("champ bottom-up", "HashMap"),
          List.of("champ parallel 2", "champ parallel 1"),
          List.of("champ parallel 4", "champ parallel 1"),
          List.of("tagged-int bottom-up", "tagged-int one-by-one"),
          List.of("tagged-int bottom-up", "HashMap"),
          List.of("tagged-int parallel 2", "tagged-int parallel 1"),
          List.of("tagged-int parallel 4", "tagged-int parallel 1"),
          List.of("tagged-int arena-clone", "tagged-int one-by-one"),
          List.of("tagged-int arena-adopt", "tagged-int one-by-one"));

  @Option(names = "--forks", paramLabel = "N", description = "JVMs (default: ${DEFAULT-VALUE}).")
  private int forks = 3;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Builds by each side in a JVM (default: ${DEFAULT-VALUE}).")
  private int rounds = 10;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Number of entries (default: ${DEFAULT-VALUE}).")
  private int size = 1_000_000;

  private final PrintStream screen = System.out;

  /** Creates the command. */
  public BuildTable() {}

  @Override
  public Integer call() throws RunnerException {
    for (String keys : List.of("long", "string")) {
      print(keys, measured(keys));
    }
    return 0;
  }

  /** Times an entry by side, one array a fork. */
  private Map<String, List<double[]>> measured(String keys) throws RunnerException {
    int sides = BuildSide.all().size();
    int warmups = sides * Math.max(1, rounds / 2);
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(BuildBenchmark.class.getName())
        .forks(forks)
        .shouldFailOnError(true)
        .param("keys", keys)
        .param("size", Integer.toString(size))
        .warmupIterations(warmups)
        .measurementIterations(sides * rounds)
        .verbosity(VerboseMode.SILENT);
    Map<String, List<double[]>> times = new HashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        add(fork.getIterationResults(), warmups, times);
      }
    }
    return times;
  }

  private void add(
      Collection<IterationResult> iterations, int warmups, Map<String, List<double[]>> times) {
    List<BuildSide> sides = BuildSide.all();
    Map<String, List<Double>> ofFork = new HashMap<>();
    int iteration = warmups;
    for (IterationResult each : iterations) {
      String side = sides.get(BuildBenchmark.turn(iteration++, sides.size())).name();
      ofFork
          .computeIfAbsent(side, any -> new ArrayList<>())
          .add(each.getPrimaryResult().getScore() / size);
    }
    ofFork.forEach((side, nanos) ->
        times
            .computeIfAbsent(side, any -> new ArrayList<>())
            .add(nanos.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private void print(String keys, Map<String, List<double[]>> times) {
    screen.printf(Locale.ROOT, "%n%d entries, %s keys%n%n", size, keys);
    screen.println("| side | ns an entry |");
    screen.println("|---|---|");
    for (BuildSide side : BuildSide.all()) {
      Interval time = Forks.ofTimes(times.get(side.name())).interval(CONFIDENCE);
      screen.printf("| %s | %s |%n", side.name(), text("%.1f [%.1f, %.1f]", time));
    }
    screen.println();
    screen.println("| time of | over time of | ratio |");
    screen.println("|---|---|---|");
    for (List<String> pair : PAIRS) {
      Forks subject = Forks.ofTimes(times.get(pair.getFirst()));
      Forks baseline = Forks.ofTimes(times.get(pair.getLast()));
      Interval ratio = subject.over(baseline).interval(CONFIDENCE);
      screen.printf(
          "| %s | %s | %s |%n", pair.getFirst(), pair.getLast(), text("%.3f [%.3f, %.3f]", ratio));
    }
  }

  private static String text(String format, Interval interval) {
    return String.format(Locale.ROOT, format, interval.value(), interval.low(), interval.high());
  }
}
