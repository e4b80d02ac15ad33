package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Moments;
import org.hamtlab.experiments.analysis.inference.Replicates;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Group;
import org.hamtlab.experiments.store.Plan;

/** What concerns all treatments on one operation and key set. */
final class Groups {
  private final Plan plan;
  private final Measurements measurements;
  private final Counts counts;

  Groups(Plan plan, Measurements measurements, Counts counts) {
    this.plan = plan;
    this.measurements = measurements;
    this.counts = counts;
  }

  List<Group> of(List<Cell> cells) {
    List<Group> groups = new ArrayList<>();
    for (Plan.KeySet keySet : plan.keySets()) {
      for (String operation : plan.operations()) {
        List<Cell> here =
            cells.stream()
                .filter(c -> c.operation().equals(operation) && c.keys().equals(keySet.keys()))
                .toList();
        if (!here.isEmpty()) {
          groups.add(group(operation, keySet.keys(), here));
        }
      }
    }
    return groups;
  }

  private Group group(String operation, String keys, List<Cell> cells) {
    return new Group(
        operation,
        keys,
        new Controls(plan, measurements).twin(operation, keys),
        plan.treatments().stream().anyMatch(Plan.PlannedTreatment::isTwin),
        Math.expm1(blockDeviation(cells)),
        blocksToHalve(cells),
        front(cells));
  }

  /** Standard deviation between blocks: of the block means of treatments that are in every one. */
  private double blockDeviation(List<Cell> cells) {
    List<Map<Integer, Measurements.Course>> forks = new ArrayList<>();
    cells.forEach(c -> forks.add(measurements.forks(key(c))));
    SortedSet<Integer> blocks = new TreeSet<>();
    forks.forEach(f -> blocks.addAll(f.keySet()));
    forks.removeIf(f -> !f.keySet().containsAll(blocks));
    if (blocks.size() < 2 || forks.isEmpty()) {
      return 0;
    }
    int b = blocks.size();
    int t = forks.size();
    double[] blockMeans = blocks.stream().mapToDouble(block -> mean(forks, block)).toArray();
    double all = Moments.mean(blockMeans);
    double residual = 0;
    for (Map<Integer, Measurements.Course> treatment : forks) {
      double own = treatment.values().stream().mapToDouble(Measurements.Course::mean).sum() / b;
      int i = 0;
      for (int block : blocks) {
        double rest = treatment.get(block).mean() - own - blockMeans[i++] + all;
        residual += rest * rest;
      }
    }
    double noise = t > 1 ? residual / ((b - 1) * (double) (t - 1)) : 0;
    return Math.sqrt(Math.max(0, Moments.variance(blockMeans) - noise / t));
  }

  private static double mean(Collection<Map<Integer, Measurements.Course>> forks, int block) {
    return forks.stream().mapToDouble(f -> f.get(block).mean()).average().orElseThrow();
  }

  /** Blocks beyond those there that halve the interval of the median comparison. */
  private int blocksToHalve(List<Cell> cells) {
    double[] paired =
        cells.stream().mapToDouble(c -> Math.log1p(c.variance().paired())).sorted().toArray();
    double deviation = paired[paired.length / 2];
    int blocks = cells.stream().mapToInt(Cell::forks).max().orElseThrow();
    if (blocks < 2 || deviation == 0) {
      return 0;
    }
    double half = Replicates.halfWidth(deviation, blocks, plan.confidence()) / 2;
    return Math.max(0, Replicates.needed(deviation, half, plan.confidence()) - blocks);
  }

  /**
   * Treatments that no other one beats: none is smaller and not slower, or not larger and faster.
   * "Faster" and "not slower" are said of intervals within blocks, so that noise beats nobody.
   */
  private List<String> front(List<Cell> cells) {
    List<Cell> sized =
        cells.stream().filter(c -> counts.bytes(c.treatment(), c.keys()).isPresent()).toList();
    return sized.stream()
        .filter(c -> sized.stream().noneMatch(other -> other != c && beats(other, c)))
        .map(Cell::treatment)
        .filter(id -> !plan.treatment(id).isTwin())
        .toList();
  }

  private boolean beats(Cell one, Cell other) {
    double bytes = counts.bytes(one.treatment(), one.keys()).orElseThrow();
    double others = counts.bytes(other.treatment(), other.keys()).orElseThrow();
    if (bytes > others || plan.treatment(one.treatment()).isTwin()) {
      return false;
    }
    Optional<Estimate> time =
        measurements.isComparable(key(one), key(other))
            ? Optional.of(measurements.compare(key(one), key(other)))
            : Optional.empty();
    double margin = Math.log1p(plan.smallestEffect());
    return time.map(
            e -> {
              double half = e.halfWidth(plan.confidence());
              boolean faster = e.mean() + half < -margin;
              boolean notSlower = e.mean() + half < margin;
              return faster || (notSlower && bytes < others);
            })
        .orElse(false);
  }

  private static Measurements.Cell key(Cell cell) {
    return new Measurements.Cell(cell.operation(), cell.keys(), cell.treatment());
  }
}
