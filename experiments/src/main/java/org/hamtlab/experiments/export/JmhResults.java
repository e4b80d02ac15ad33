package org.hamtlab.experiments.export;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Sample;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/**
 * A bundle's samples as JMH's own results, written by JMH.
 *
 * <p>An operation becomes a benchmark, treatment and keys its parameters, a fork a fork. Warm-up is
 * left out, as JMH does, and so are blocks that do not enter estimates. JMH's score is the
 * arithmetic mean over all iterations, and its error takes them for independent: neither is this
 * project's estimate.
 */
final class JmhResults {
  /** Viewers take what stands before the last dot for a class. */
  private static final String BENCHMARK = "org.hamtlab.Sweep.";

  private final Plan plan;
  private final Environment environment;

  private JmhResults(Plan plan, Environment environment) {
    this.plan = plan;
    this.environment = environment;
  }

  private record Cell(String operation, String keys, String treatment) {}

  static void write(BundleFiles files, PrintStream out) {
    JmhResults results = new JmhResults(files.plan(), files.environment());
    CountedBlocks blocks = CountedBlocks.of(files);
    Map<Cell, Map<Integer, List<Sample>>> cells =
        files.samples().read().stream()
            .filter(
                sample -> sample.phase().equals(Sample.MEASURE) && blocks.counts(sample.block()))
            .collect(
                Collectors.groupingBy(
                    sample -> new Cell(sample.operation(), sample.keys(), sample.treatment()),
                    LinkedHashMap::new,
                    Collectors.groupingBy(Sample::fork, TreeMap::new, Collectors.toList())));
    List<RunResult> runs = new ArrayList<>();
    cells.forEach((cell, forks) -> runs.add(results.run(cell, forks.values())));
    ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(runs);
  }

  private RunResult run(Cell cell, Collection<List<Sample>> forks) {
    BenchmarkParams params = params(cell, forks.size());
    return new RunResult(
        params, forks.stream().map(samples -> fork(cell, params, samples)).toList());
  }

  private static BenchmarkResult fork(Cell cell, BenchmarkParams params, List<Sample> samples) {
    List<IterationResult> iterations = new ArrayList<>();
    for (Sample sample : samples) {
      IterationResult iteration =
          new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(0, 0));
      iteration.addResult(new NanosResult(cell.operation(), sample.nsPerOp()));
      iterations.add(iteration);
    }
    return new BenchmarkResult(params, iterations);
  }

  private BenchmarkParams params(Cell cell, int forks) {
    Plan.PlannedTreatment treatment = plan.treatment(cell.treatment());
    WorkloadParams factors = new WorkloadParams();
    factors.put("treatment", treatment.label(), plan.treatments().indexOf(treatment));
    factors.put("keys", cell.keys(), 0);
    factors.put("phrase", treatment.phrase(), 0);
    Plan.Timing timing = plan.timing();
    return new BenchmarkParams(
        BENCHMARK + cell.operation(),
        BENCHMARK + cell.operation(),
        false,
        1,
        new int[] {1},
        List.of(),
        forks,
        0,
        iterations(IterationType.WARMUP, timing.warmupIterations(), timing.warmupMillis()),
        iterations(IterationType.MEASUREMENT, timing.iterations(), timing.iterationMillis()),
        Mode.AverageTime,
        factors,
        TimeUnit.NANOSECONDS,
        1,
        "java",
        plan.jvmFlags(),
        environment.jvm(),
        environment.jvm(),
        environment.jvm(),
        Version.getPlainVersion(),
        TimeValue.seconds(timing.forkLimitSeconds()));
  }

  private static IterationParams iterations(IterationType type, int count, int millis) {
    return new IterationParams(type, count, TimeValue.milliseconds(millis), 1);
  }
}
