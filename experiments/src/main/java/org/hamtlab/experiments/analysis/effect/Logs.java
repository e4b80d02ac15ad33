package org.hamtlab.experiments.analysis.effect;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.hamtlab.experiments.analysis.inference.Estimate;

/** A logarithm for each block. */
record Logs(Map<Integer, Double> byBlock) {

  /** Ratio of two treatments in the blocks that have both. */
  static Logs between(
      String without, String with, Function<String, Map<Integer, Double>> blockMeans) {
    return new Logs(blockMeans.apply(with)).minus(new Logs(blockMeans.apply(without)));
  }

  Logs plus(Logs other) {
    return joined(other, Double::sum);
  }

  Logs minus(Logs other) {
    return joined(other, (a, b) -> a - b);
  }

  /** Whether there are blocks enough for an error. */
  boolean isEnough() {
    return byBlock.size() > 1;
  }

  Estimate estimate() {
    return Estimate.of(byBlock.values().stream().mapToDouble(v -> v).toArray());
  }

  private Logs joined(Logs other, DoubleBinaryOperator operator) {
    Map<Integer, Double> joined = new TreeMap<>();
    byBlock.forEach((block, value) -> {
      if (other.byBlock.containsKey(block)) {
        joined.put(block, operator.applyAsDouble(value, other.byBlock.get(block)));
      }
    });
    return new Logs(joined);
  }
}
