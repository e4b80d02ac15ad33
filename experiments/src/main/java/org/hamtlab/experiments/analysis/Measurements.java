package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Moments;
import org.hamtlab.experiments.store.Sample;

/** Logarithms of the times of a bundle, by cell and block. */
final class Measurements {
  private final Map<Cell, SortedMap<Integer, Course>> cells = new LinkedHashMap<>();

  /** Operation, keys and treatment. */
  record Cell(String operation, String keys, String treatment) {
    static Cell control(String treatment) {
      return new Cell(Sample.CONTROL, Sample.CONTROL, treatment);
    }

    Cell of(String other) {
      return new Cell(operation, keys, other);
    }
  }

  /** One fork's iterations, those of the warm-up apart. */
  record Course(double[] warmup, double[] measured) {
    double mean() {
      return Moments.mean(measured);
    }
  }

  static Measurements of(Collection<Sample> samples) {
    Map<Cell, SortedMap<Integer, List<Sample>>> grouped = new LinkedHashMap<>();
    for (Sample sample : samples) {
      grouped
          .computeIfAbsent(
              new Cell(sample.operation(), sample.keys(), sample.treatment()),
              any -> new TreeMap<>())
          .computeIfAbsent(sample.block(), any -> new ArrayList<>())
          .add(sample);
    }
    Measurements result = new Measurements();
    grouped.forEach(
        (cell, blocks) -> blocks.forEach((block, fork) -> result.add(cell, block, fork)));
    return result;
  }

  private void add(Cell cell, int block, List<Sample> fork) {
    Course course = new Course(logs(fork, Sample.WARMUP), logs(fork, Sample.MEASURE));
    if (course.measured().length > 0) {
      cells.computeIfAbsent(cell, any -> new TreeMap<>()).put(block, course);
    }
  }

  private static double[] logs(List<Sample> fork, String phase) {
    return fork.stream()
        .filter(sample -> sample.phase().equals(phase))
        .mapToDouble(sample -> Math.log(sample.nsPerOp()))
        .toArray();
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  boolean has(Cell cell) {
    return cells.containsKey(cell);
  }

  /** Forks of a cell by block; empty if there are none. */
  SortedMap<Integer, Course> forks(Cell cell) {
    return cells.getOrDefault(cell, new TreeMap<>());
  }

  /** The measured iterations of a cell. */
  Forks iterations(Cell cell) {
    return new Forks(forks(cell).values().stream().map(Course::measured).toList());
  }

  /** Mean logarithms of a cell's forks. */
  double[] means(Cell cell) {
    return forks(cell).values().stream().mapToDouble(Course::mean).toArray();
  }

  /** Differences of mean logarithms in the blocks that have both. */
  double[] differences(Cell subject, Cell other) {
    SortedMap<Integer, Course> others = forks(other);
    return forks(subject).entrySet().stream()
        .filter(e -> others.containsKey(e.getKey()))
        .mapToDouble(e -> e.getValue().mean() - others.get(e.getKey()).mean())
        .toArray();
  }

  /** Whether a ratio of the two has an error. */
  boolean isComparable(Cell subject, Cell other) {
    return differences(subject, other).length > 1;
  }

  /** The logarithm of the ratio of two cells, estimated within blocks. */
  Estimate compare(Cell subject, Cell other) {
    return Estimate.of(differences(subject, other));
  }
}
