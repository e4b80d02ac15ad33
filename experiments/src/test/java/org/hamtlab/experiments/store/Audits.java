package org.hamtlab.experiments.store;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.experiments.analysis.Records;

/** Audits of the forks of {@code run-1} on a calm host, of which a test says what matters to it. */
public final class Audits {
  private static final Map<String, ?> CALM =
      Map.of(
          "run", "run-1",
          "host", "host",
          "nearBeforeNs", 20.0,
          "nearAfterNs", 20.0,
          "farBeforeNs", 200.0,
          "farAfterNs", 200.0,
          "timestamp", "now");

  private Audits() {}

  /** The audit of a treatment's fork in the block of the same number. */
  public static ForkAudit of(String treatment, int block, Map<String, ?> said) {
    Map<String, Object> all = new HashMap<>(CALM);
    all.putAll(Map.of("treatment", treatment, "block", block, "fork", block));
    all.putAll(said);
    return Records.of(ForkAudit.class, all);
  }
}
