package org.hamtlab.experiments.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.store.Sample;

/**
 * Samples as the page carries them: the times of each fork in order, to four digits, under {@code
 * treatment|operation|keys}. What a sample shares with all others of its cell is left out, or two
 * thousand treatments would not open at once.
 */
final class PageSamples {
  private PageSamples() {}

  /** The iterations of one fork; the first {@code warmups} of them enter no estimate. */
  record Fork(int fork, int block, int warmups, List<Double> ns) {}

  static Map<String, List<Fork>> of(List<Sample> samples) {
    Map<String, Map<Integer, List<Sample>>> forks = new LinkedHashMap<>();
    for (Sample sample : samples) {
      if (!sample.operation().equals(Sample.CONTROL)) {
        String cell = sample.treatment() + "|" + sample.operation() + "|" + sample.keys();
        forks
            .computeIfAbsent(cell, any -> new LinkedHashMap<>())
            .computeIfAbsent(sample.fork(), any -> new ArrayList<>())
            .add(sample);
      }
    }
    Map<String, List<Fork>> cells = new LinkedHashMap<>();
    forks.forEach(
        (cell, all) -> cells.put(cell, all.values().stream().map(PageSamples::fork).toList()));
    return cells;
  }

  private static Fork fork(List<Sample> samples) {
    int warmups = (int) samples.stream().filter(s -> s.phase().equals(Sample.WARMUP)).count();
    List<Double> nanos = samples.stream().map(s -> rounded(s.nsPerOp())).toList();
    Sample first = samples.getFirst();
    return new Fork(first.fork(), first.block(), warmups, nanos);
  }

  private static double rounded(double nanos) {
    return new BigDecimal(nanos).round(new MathContext(4)).doubleValue();
  }
}
