package org.hamtlab.experiments.allocation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.analysis.Forks;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Telemetry;
import org.hamtlab.testkit.TestMemory;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.hamtlab.testkit.trace.TraceReplay;
import org.hamtlab.testkit.trace.TraceResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Replays traces on every allocator and prints what they show: telemetry, which is equal on every
 * machine, and times over those of the arena with 95 % intervals, Student's over forks.
 */
@Command(
    name = "traces",
    mixinStandardHelpOptions = true,
    description = "Replays traces of requests and frees on allocators; about ten minutes.")
public final class TraceTable implements Callable<Integer> {
  private static final double CONFIDENCE = 0.95;

  @Option(names = "--count", description = "Prints telemetry alone, in a second.")
  private boolean countOnly;

  @Option(names = "--forks", paramLabel = "N", description = "JVMs (default: ${DEFAULT-VALUE}).")
  private int forks = 2;

  @Option(
      names = "--trace",
      paramLabel = "NAME",
      description = "Replays this trace alone; may be repeated.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--allocator",
      paramLabel = "PHRASE",
      description = "Replays on this allocator as well; may be repeated.")
  private List<String> more = new ArrayList<>();

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public TraceTable() {}

  @Override
  public Integer call() throws RunnerException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> allocators = new ArrayList<>(TraceSubjects.allocators());
    allocators.addAll(more);
    for (AllocationTrace trace : TraceSubjects.traces()) {
      if (names.isEmpty() || names.contains(trace.name())) {
        Map<String, List<double[]>> times =
            countOnly ? Map.of() : measured(trace.name(), allocators);
        print(out, trace, allocators, times);
      }
    }
    return 0;
  }

  /** Times by allocator, one array a fork. */
  private Map<String, List<double[]>> measured(String trace, List<String> allocators)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(TraceBenchmark.class.getName())
        .forks(forks)
        .shouldFailOnError(true)
        .param("allocator", allocators.toArray(String[]::new))
        .param("trace", trace)
        .verbosity(VerboseMode.SILENT);
    Map<String, List<double[]>> times = new HashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      List<double[]> ofAllocator = new ArrayList<>();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        ofAllocator.add(
            fork.getIterationResults().stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
      }
      times.put(result.getParams().getParam("allocator"), ofAllocator);
    }
    return times;
  }

  private void print(
      PrintWriter out,
      AllocationTrace trace,
      List<String> allocators,
      Map<String, List<double[]>> times) {
    out.printf(Locale.ROOT, "%n%s: %,d requests%n%n", trace, trace.requests());
    out.println(
        "| allocator | reserved at most | internal | external | abandoned | fallbacks | reuses"
            + " | reuse distance p50 | locks | metadata bytes | time over arena's |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (String allocator : allocators) {
      TestMemory memory = new TestMemory(Integer.MAX_VALUE);
      TraceResult result =
          TraceReplay.of(
              LoneAllocator.of(Registry.installed(), allocator, memory).allocator(), memory, trace);
      memory.release();
      out.println(row(allocator, result, ratio(allocator, times)));
    }
    out.flush();
  }

  private static String row(String allocator, TraceResult result, String ratio) {
    Telemetry telemetry = result.telemetry();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %d | %d | %d | %d | %d | %d | %s |",
        allocator,
        result.reservedHighWater(),
        telemetry.internalFragmentation(),
        telemetry.externalFragmentation(),
        telemetry.slotsAbandoned(),
        telemetry.fallbacks(),
        result.reuses(),
        result.reuseDistanceP50(),
        telemetry.lockAcquisitions(),
        telemetry.metadataBytes(),
        ratio);
  }

  private String ratio(String allocator, Map<String, List<double[]>> times) {
    if (times.isEmpty()) {
      return "not measured";
    }
    Interval ratio =
        Forks.ofTimes(times.get(allocator))
            .over(Forks.ofTimes(times.get(TraceSubjects.BASELINE)))
            .interval(CONFIDENCE);
    return String.format(
        Locale.ROOT, "%.2f [%.2f, %.2f]", ratio.value(), ratio.low(), ratio.high());
  }
}
