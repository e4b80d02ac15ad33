package org.hamtlab.experiments.huffman;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hamtlab.experiments.analysis.Forks;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.huffman.HuffmanSetups.Cell;

/** Times of setups and their ratios, with intervals over forks. */
public final class HuffmanSummary {
  private static final double CONFIDENCE = 0.95;

  private final Map<String, List<HuffmanSample>> byVariant = new LinkedHashMap<>();

  /** Groups samples of one input. */
  public HuffmanSummary(List<HuffmanSample> samples) {
    for (HuffmanSample sample : samples) {
      byVariant.computeIfAbsent(sample.variant(), any -> new ArrayList<>()).add(sample);
    }
  }

  /** One of the samples of a setup, for what is equal in all. */
  HuffmanSample any(String variant) {
    return byVariant.get(variant).getFirst();
  }

  /** Time of a setup in milliseconds. */
  public Interval millis(String variant) {
    return times(variant).interval(CONFIDENCE);
  }

  /** Time spent on processors, in milliseconds. */
  public Interval cpuMillis(String variant) {
    return cpuTimes(variant).interval(CONFIDENCE);
  }

  /** How many times as fast a setup is as another. */
  public Interval speedUp(String variant, String slower) {
    return times(slower).over(times(variant)).interval(CONFIDENCE);
  }

  /** Time that a setup spends on processors over that of another. */
  public Interval cpuRatio(String variant, String other) {
    return cpuTimes(variant).over(cpuTimes(other)).interval(CONFIDENCE);
  }

  /** Main effect of one factor: time at the baseline's level over time at the other. */
  public Interval mainEffect(int factor) {
    return mainEffect(factor, this::times);
  }

  /** Main effect of one factor on the time spent on processors. */
  public Interval mainCpuEffect(int factor) {
    return mainEffect(factor, this::cpuTimes);
  }

  private Interval mainEffect(int factor, Function<String, Forks> times) {
    List<Forks> baselines = new ArrayList<>();
    List<Forks> others = new ArrayList<>();
    for (Cell cell : HuffmanSetups.cells()) {
      if (cell.isBaseline(factor)) {
        baselines.add(times.apply(cell.name()));
        others.add(times.apply(cell.flipped(factor).name()));
      }
    }
    return Forks.mean(baselines).over(Forks.mean(others)).interval(CONFIDENCE);
  }

  /** What changing one factor of the baseline alone gains. */
  public Interval alone(int factor) {
    Cell baseline = HuffmanSetups.cells().getFirst();
    return speedUp(baseline.flipped(factor).name(), baseline.name());
  }

  private Forks times(String variant) {
    return forks(byVariant.get(variant).stream().map(HuffmanSample::millis).toList());
  }

  private Forks cpuTimes(String variant) {
    return forks(byVariant.get(variant).stream().map(HuffmanSample::cpuMillis).toList());
  }

  private static Forks forks(List<List<Double>> values) {
    return Forks.ofTimes(
        values.stream()
            .map(fork -> fork.stream().mapToDouble(Double::doubleValue).toArray())
            .toList());
  }
}
