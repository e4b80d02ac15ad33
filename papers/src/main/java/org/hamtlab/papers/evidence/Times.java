package org.hamtlab.papers.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.registry.Registry;

/** The times in a claim's bundle, read from its raw samples. */
public final class Times {
  private final Plan plan;
  private final BundleFiles files;
  private final Registry registry;
  private final Map<Cell, Map<Integer, List<Sample>>> cells;
  private final Map<String, String> ids = new HashMap<>();

  private record Cell(String operation, String keys, String treatment) {}

  Times(BundleFiles files, Registry registry) {
    this.files = files;
    this.plan = files.plan();
    this.registry = registry;
    CountedBlocks blocks = CountedBlocks.of(files);
    this.cells =
        files.samples().read().stream()
            .filter(s -> s.phase().equals(Sample.MEASURE) && blocks.counts(s.block()))
            .collect(
                Collectors.groupingBy(
                    s -> new Cell(s.operation(), s.keys(), s.treatment()),
                    Collectors.groupingBy(Sample::block)));
  }

  /**
   * Nanoseconds per operation, one value a block: the geometric mean of the fork's iterations.
   *
   * @param operation as the sweep file spells it
   * @param keys likewise
   * @param phrase likewise; what the phrase leaves out takes its default
   */
  public Logs of(String operation, String keys, String phrase) {
    Map<Integer, List<Sample>> blocks = cells.get(new Cell(operation, keys, treatment(phrase)));
    if (blocks == null) {
      throw new EvidenceException(
          files.dir()
              + ": no samples of "
              + operation
              + " on "
              + keys
              + " by '"
              + phrase
              + "' (expected some forks). failures.jsonl may say why.");
    }
    Map<Integer, Double> means = new TreeMap<>();
    blocks.forEach((block, samples) -> means.put(block, geometricMean(samples)));
    return Logs.of(means);
  }

  /** Deterministic counters of a treatment filled with a key set. */
  public Count count(String keys, String phrase) {
    String id = treatment(phrase);
    return files.counts().read().stream()
        .filter(count -> count.treatment().equals(id) && count.keys().equals(keys))
        .findFirst()
        .orElseThrow(() ->
            new EvidenceException(
                files.dir() + ": no counters of '" + phrase + "' on " + keys + "."));
  }

  /**
   * Drift of the control that no treatment touches: the largest distance, as a share, of a
   * treatment's mean from the mean of all. No effect below it is claimed (R5).
   */
  public double drift() {
    double[] means =
        plan.treatments().stream()
            .map(t -> cells.get(new Cell(Sample.CONTROL, Sample.CONTROL, t.id())))
            .filter(Objects::nonNull)
            .mapToDouble(Times::meanOfBlocks)
            .toArray();
    double all = Arrays.stream(means).average().orElse(0);
    return Math.expm1(Arrays.stream(means).map(mean -> Math.abs(mean - all)).max().orElse(0));
  }

  private static double meanOfBlocks(Map<Integer, List<Sample>> blocks) {
    return blocks.values().stream()
        .mapToDouble(samples -> Math.log(geometricMean(samples)))
        .average()
        .orElseThrow();
  }

  /** The analysis of the bundle, made anew from the raw files. */
  public Analysis analysis() {
    return Analyzer.analyse(files);
  }

  /** The frozen plan. */
  public Plan plan() {
    return plan;
  }

  private static double geometricMean(List<Sample> samples) {
    return Math.exp(
        samples.stream().mapToDouble(s -> Math.log(s.nsPerOp())).average().orElseThrow());
  }

  private String treatment(String phrase) {
    return ids.computeIfAbsent(phrase, this::find);
  }

  private String find(String phrase) {
    String canonical = canonical(phrase);
    return plan.treatments().stream()
        .filter(t -> !t.isTwin() && canonical(t.phrase()).equals(canonical))
        .map(Plan.PlannedTreatment::id)
        .findFirst()
        .or(() ->
            plan.aliases().stream()
                .filter(alias -> canonical(alias.phrase()).equals(canonical))
                .map(Plan.Alias::treatment)
                .findFirst())
        .orElseThrow(() ->
            new EvidenceException(
                files.dir()
                    + ": no treatment '"
                    + phrase
                    + "' in its plan (expected one; excluded are "
                    + plan.exclusions().stream()
                        .map(e -> e.phrase() + " because " + e.reason())
                        .toList()
                    + ")."));
  }

  /** Also of phrases in a plan, which parameters that came later do not occur in. */
  private String canonical(String phrase) {
    if (phrase.startsWith("peer=")) {
      return phrase;
    }
    try {
      return registry.resolve(phrase).phrase();
    } catch (ConfigurationException e) {
      throw new EvidenceException(
          files.dir() + ": '" + phrase + "' is not known here. " + e.getMessage());
    }
  }
}
