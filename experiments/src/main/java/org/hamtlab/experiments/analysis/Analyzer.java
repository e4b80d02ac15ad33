package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hamtlab.experiments.analysis.effect.Ablation;
import org.hamtlab.experiments.analysis.inference.Multiplicity;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Attribution;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Effect;
import org.hamtlab.experiments.store.Analysis.Group;
import org.hamtlab.experiments.store.Analysis.Memory;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;

/** Derives the analysis of a bundle from its raw files; the same files give the same analysis. */
public final class Analyzer {
  private final Plan plan;
  private final BundleFiles files;
  private final List<Sample> samples;
  private final Measurements measurements;

  private Analyzer(BundleFiles files) {
    this.files = files;
    this.plan = files.plan();
    this.samples = files.samples().read();
    CountedBlocks blocks = CountedBlocks.of(files);
    this.measurements =
        Measurements.of(samples.stream().filter(s -> blocks.counts(s.block())).toList());
  }

  /** The analysis of what is there now, be it complete or not. */
  public static Analysis analyse(BundleFiles files) {
    return new Analyzer(files).analysis();
  }

  private Analysis analysis() {
    SampleCheck.check(plan, samples);
    Counts counts = new Counts(plan, files.environment(), files.counts().read());
    Controls controls = new Controls(plan, measurements);
    List<Comparison> comparisons = new Comparisons(plan, measurements).all();
    List<Cell> cells = new Cells(plan, measurements, counts, controls).judge(comparisons);
    List<Group> groups = new Groups(plan, measurements, counts).of(cells);
    List<Effect> effects = new Effects(plan, measurements).all();
    List<Attribution> attributions = attributions();
    List<Memory> memory = counts.memory();
    List<Refusal> refusals =
        new BundleRefusals(plan, counts, cells, effects)
            .all(!measurements.isEmpty() && comparisons.isEmpty());
    Remaining remaining = Remaining.of(files);
    return new Analysis(
        Analysis.FORMAT,
        plan.run(),
        files.planDigest(),
        plan.exploratory(),
        remaining.probes().isEmpty() && remaining.forks().isEmpty(),
        (int) samples.stream().map(ForkId::of).distinct().count(),
        (int) files.failures().read().stream().filter(f -> f.stage().equals(Failure.FORK)).count(),
        plan.treatments().size() * plan.forks(),
        plan.smallestEffect(),
        plan.confidence(),
        plan.resamples(),
        plan.baseline(),
        Multiplicity.of(plan.exploratory()).title(),
        controls.control(),
        cells,
        groups,
        effects,
        attributions,
        memory,
        refusals,
        codes(cells, effects, attributions, memory, refusals));
  }

  private List<Attribution> attributions() {
    List<Attribution> attributions = new ArrayList<>();
    Ablation.of(plan)
        .ifPresent(ablation -> {
          for (Plan.KeySet keySet : plan.keySets()) {
            for (String operation : plan.operations()) {
              attributions.addAll(
                  ablation.attributions(
                      operation,
                      keySet.keys(),
                      id -> blockMeans(new Measurements.Cell(operation, keySet.keys(), id))));
            }
          }
        });
    return attributions;
  }

  private Map<Integer, Double> blockMeans(Measurements.Cell cell) {
    Map<Integer, Double> means = new TreeMap<>();
    measurements.forks(cell).forEach((block, fork) -> means.put(block, fork.mean()));
    return means;
  }

  /** Every code that stands somewhere, in order. */
  private static List<Refusal> codes(
      List<Cell> cells,
      List<Effect> effects,
      List<Attribution> attributions,
      List<Memory> memory,
      List<Refusal> refusals) {
    List<String> there =
        Stream.of(
                cells.stream().flatMap(c -> c.refusals().stream()),
                effects.stream().flatMap(e -> e.refusals().stream()),
                attributions.stream().flatMap(a -> a.refusals().stream()),
                memory.stream().flatMap(m -> m.refusals().stream()).map(Refusal::code),
                refusals.stream().map(Refusal::code))
            .flatMap(codes -> codes)
            .distinct()
            .toList();
    return Stream.of(Code.values())
        .filter(code -> there.contains(code.name()))
        .map(code -> code.because(code.sentence()))
        .toList();
  }
}
