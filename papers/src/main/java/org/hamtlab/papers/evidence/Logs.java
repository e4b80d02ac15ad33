package org.hamtlab.papers.evidence;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Logarithms of positive values, one a replicate. Values of one replicate (one block of a sweep)
 * were measured near each other, so contrasts are formed within replicates and summarised then;
 * replicates that one side lacks drop out.
 *
 * @param byReplicate logarithm by replicate
 */
public record Logs(SortedMap<Integer, Double> byReplicate) {
  private static final double TAIL = 0.025;

  /** Takes logarithms. */
  public static Logs of(Map<Integer, Double> values) {
    SortedMap<Integer, Double> logs = new TreeMap<>();
    values.forEach((replicate, value) -> logs.put(replicate, Math.log(value)));
    return new Logs(logs);
  }

  /** Logarithms of the ratios of these values to others. */
  public Logs over(Logs other) {
    SortedMap<Integer, Double> ratios = new TreeMap<>();
    byReplicate.forEach((replicate, log) -> {
      Double divisor = other.byReplicate.get(replicate);
      if (divisor != null) {
        ratios.put(replicate, log - divisor);
      }
    });
    return new Logs(ratios);
  }

  /** Logarithms of geometric means over several quantities. */
  public static Logs mean(List<Logs> quantities) {
    SortedMap<Integer, Double> means = new TreeMap<>();
    for (int replicate : new TreeSet<>(quantities.getFirst().byReplicate.keySet())) {
      if (quantities.stream().allMatch(q -> q.byReplicate.containsKey(replicate))) {
        means.put(
            replicate,
            quantities.stream()
                .mapToDouble(q -> q.byReplicate.get(replicate))
                .average()
                .orElseThrow());
      }
    }
    return new Logs(means);
  }

  /** Number of replicates. */
  public int count() {
    return byReplicate.size();
  }

  /**
   * Geometric mean over replicates with the interval of Student's t; without bounds if there are
   * fewer than two.
   */
  public Interval interval() {
    double mean = byReplicate.values().stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    int n = count();
    if (n < 2) {
      return new Interval(Math.exp(mean), 0, Double.POSITIVE_INFINITY, n);
    }
    double squares = byReplicate.values().stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (n - 1) / n);
    double half = TDistribution.of(n - 1).inverseSurvivalProbability(TAIL) * error;
    return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), n);
  }
}
