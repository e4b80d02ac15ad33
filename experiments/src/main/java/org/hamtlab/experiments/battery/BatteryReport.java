package org.hamtlab.experiments.battery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the battery found about one mixer.
 *
 * @param mixer as a phrase spells it
 * @param source where it was published
 * @param verification a value that changes when an answer does
 * @param judgements at 32 bits, and at 64 if it has them
 * @param adversary what chosen hash codes cost a map
 */
record BatteryReport(
    String mixer,
    String source,
    long verification,
    List<Judgement> judgements,
    List<Adversary.Cost> adversary) {

  boolean hasFailed() {
    return judgements.stream().anyMatch(judgement -> judgement.verdict() == Verdict.FAIL);
  }

  /**
   * The fields of the JSON object.
   *
   * @param hasFlips with the avalanche matrices
   */
  Map<String, Object> fields(boolean hasFlips) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mixer", mixer);
    fields.put("source", source);
    fields.put("verification", String.format("%016x", verification));
    fields.put(
        "judgements", judgements.stream().map(judgement -> fields(judgement, hasFlips)).toList());
    fields.put("adversary", adversary);
    return fields;
  }

  private static Map<String, Object> fields(Judgement judgement, boolean hasFlips) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bits", judgement.bits());
    fields.put("tests", judgement.outcomes().size());
    for (Verdict verdict : Verdict.values()) {
      fields.put(verdict.key(), judgement.count(verdict));
    }
    fields.put(
        "worst",
        judgement.rows().stream()
            .map(row -> {
              Map<String, Object> worst = fields(row.worst());
              worst.put("tests", row.tests());
              return worst;
            })
            .toList());
    fields.put("collisions", judgement.collisions());
    if (hasFlips) {
      fields.put("flips", rounded(judgement.flips()));
    } else {
      fields.put("outcomes", judgement.outcomes().stream().map(BatteryReport::fields).toList());
    }
    return fields;
  }

  private static Map<String, Object> fields(Outcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("test", outcome.test());
    fields.put("keys", outcome.keys());
    fields.put("detail", outcome.detail());
    fields.put("size", outcome.size());
    fields.put("statistic", outcome.statistic());
    fields.put("surprise", Math.round(outcome.bits() * 100) / 100.0);
    fields.put("verdict", outcome.verdict().key());
    return fields;
  }

  private static double[][] rounded(double[][] shares) {
    double[][] rounded = new double[shares.length][];
    for (int bit = 0; bit < shares.length; bit++) {
      rounded[bit] = new double[shares[bit].length];
      for (int out = 0; out < shares[bit].length; out++) {
        rounded[bit][out] = Math.round(shares[bit][out] * 1e4) / 1e4;
      }
    }
    return rounded;
  }
}
