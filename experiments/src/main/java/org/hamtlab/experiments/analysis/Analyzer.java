package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Control;
import org.hamtlab.experiments.store.Analysis.ControlOfTreatment;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;

/** Derives the analysis of a bundle from its raw files; the same files give the same analysis. */
public final class Analyzer {
  private final Plan plan;
  private final BundleFiles files;
  private final Bootstrap bootstrap;
  private final List<Sample> samples;
  private final Map<Key, Forks> cells;

  private Analyzer(BundleFiles files) {
    this.files = files;
    this.plan = files.plan();
    this.bootstrap = new Bootstrap(plan.resamples(), plan.confidence());
    this.samples = files.samples().read();
    this.cells = group(samples);
  }

  /** Operation, keys and treatment. */
  private record Key(String operation, String keys, String treatment) {}

  /** The analysis of what is there now, be it complete or not. */
  public static Analysis analyse(BundleFiles files) {
    return new Analyzer(files).analysis();
  }

  private Analysis analysis() {
    Control control = control();
    Judge judge = new Judge(plan.smallestEffect(), control.drift());
    Remaining remaining = Remaining.of(files);
    long died =
        files.failures().read().stream().filter(f -> f.stage().equals(Failure.FORK)).count();
    return new Analysis(
        Analysis.FORMAT,
        plan.run(),
        files.planDigest(),
        plan.exploratory(),
        remaining.probes().isEmpty() && remaining.forks().isEmpty(),
        (int) samples.stream().map(ForkId::of).distinct().count(),
        (int) died,
        plan.treatments().size() * plan.forks(),
        plan.smallestEffect(),
        plan.confidence(),
        plan.resamples(),
        plan.baseline(),
        control,
        cells(judge),
        Refusals.of(plan, !cells.isEmpty() && !hasBaseline()));
  }

  private boolean hasBaseline() {
    return cells.keySet().stream().anyMatch(key -> key.treatment().equals(plan.baseline()));
  }

  private List<Cell> cells(Judge judge) {
    List<Cell> result = new ArrayList<>();
    for (Plan.KeySet keySet : plan.keySets()) {
      for (String operation : plan.operations()) {
        for (Plan.PlannedTreatment treatment : plan.treatments()) {
          cell(judge, operation, keySet, treatment).ifPresent(result::add);
        }
      }
    }
    return result;
  }

  private Optional<Cell> cell(
      Judge judge, String operation, Plan.KeySet keySet, Plan.PlannedTreatment treatment) {
    Forks forks = cells.get(new Key(operation, keySet.keys(), treatment.id()));
    Forks baseline = cells.get(new Key(operation, keySet.keys(), plan.baseline()));
    if (forks == null || baseline == null) {
      return Optional.empty();
    }
    long seed = seed(operation, keySet.keys(), treatment.id());
    Bootstrap.Interval time = bootstrap.time(forks, seed);
    Bootstrap.Interval ratio =
        treatment.baseline()
            ? new Bootstrap.Interval(1, 1, 1)
            : bootstrap.ratio(forks, baseline, seed + 1);
    int least = Math.min(forks.count(), baseline.count());
    Judge.Verdict verdict =
        treatment.baseline()
            ? new Judge.Verdict(Analysis.BASELINE, List.of())
            : judge.judge(ratio, least, treatment.changed().size());
    return Optional.of(
        new Cell(
            operation,
            keySet.keys(),
            keySet.n(),
            treatment.id(),
            treatment.label(),
            treatment.phrase(),
            forks.count(),
            forks.iterations(),
            time.value(),
            time.low(),
            time.high(),
            ratio.value(),
            ratio.low(),
            ratio.high(),
            verdict.claim(),
            verdict.refusals(),
            Arrays.stream(forks.means()).map(Math::exp).boxed().toList()));
  }

  private Control control() {
    Map<String, Double> means = new TreeMap<>();
    List<Double> forkMeans = new ArrayList<>();
    for (Plan.PlannedTreatment treatment : plan.treatments()) {
      Forks forks = cells.get(new Key(Sample.CONTROL, Sample.CONTROL, treatment.id()));
      if (forks != null) {
        means.put(treatment.id(), forks.mean());
        Arrays.stream(forks.means()).forEach(forkMeans::add);
      }
    }
    if (means.isEmpty()) {
      return new Control(0, 0, 0, List.of());
    }
    double all = means.values().stream().mapToDouble(m -> m).average().orElseThrow();
    double drift = means.values().stream().mapToDouble(m -> Math.abs(m - all)).max().orElseThrow();
    return new Control(
        Math.exp(all),
        Math.expm1(drift),
        Math.expm1(standardDeviation(forkMeans)),
        means.entrySet().stream()
            .map(
                e ->
                    new ControlOfTreatment(
                        e.getKey(), Math.exp(e.getValue()), Math.exp(e.getValue() - all)))
            .toList());
  }

  private static double standardDeviation(List<Double> values) {
    if (values.size() < 2) {
      return 0;
    }
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  private long seed(String operation, String keys, String treatment) {
    return plan.seed() * 1_000_003 + (operation + '\t' + keys + '\t' + treatment).hashCode();
  }

  private static Map<Key, Forks> group(List<Sample> samples) {
    Map<Key, TreeMap<Integer, List<Sample>>> byCell =
        samples.stream()
            .filter(s -> s.phase().equals(Sample.MEASURE))
            .collect(
                Collectors.groupingBy(
                    s -> new Key(s.operation(), s.keys(), s.treatment()),
                    LinkedHashMap::new,
                    Collectors.groupingBy(Sample::fork, TreeMap::new, Collectors.toList())));
    Map<Key, Forks> cells = new LinkedHashMap<>();
    byCell.forEach(
        (key, forks) ->
            cells.put(
                key, Forks.ofTimes(forks.values().stream().map(Analyzer::times).toList())));
    return cells;
  }

  private static double[] times(List<Sample> fork) {
    return fork.stream().mapToDouble(Sample::nsPerOp).toArray();
  }
}
