package org.hamtlab.experiments.analysis.refusal;

import java.util.Locale;
import java.util.Optional;
import org.hamtlab.experiments.store.Analysis;

/**
 * Metrics that no sweep computes, whoever asks: sums and arithmetic means of ratios (R10), scores
 * that rank hashes by one number (R14), and extremes in place of means (R9).
 */
public final class RefusedMetric {
  private RefusedMetric() {}

  /** Why a metric is refused; empty if nothing speaks against it. */
  public static Optional<Analysis.Refusal> of(String metric) {
    String name = metric.toLowerCase(Locale.ROOT);
    boolean isRatio = name.contains("ratio") || name.contains("speedup");
    if (isRatio
        && has(name, "arithmetic", "average", "mean", "difference", "minus", "sum")
        && !name.contains("geometric")) {
      return refusal(
          Code.R10, metric, "ratios are averaged geometrically and compared by division");
    }
    if (name.contains("score") || (name.contains("hash") && name.contains("quality"))) {
      return refusal(
          Code.R14, metric, "'hamt hash' reports each test of a hash on its own, as a p-value");
    }
    if (has(name, "best", "fastest", "minimum", "min-", "trimmed", "outlier")) {
      return refusal(Code.R9, metric, "every iteration of every fork that counts is kept");
    }
    return Optional.empty();
  }

  private static boolean has(String name, String... words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Analysis.Refusal> refusal(Code code, String metric, String instead) {
    return Optional.of(code.because("metric '" + metric + "': " + instead + "."));
  }
}
