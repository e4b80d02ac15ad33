package org.hamtlab.experiments.sweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hamtlab.experiments.store.Audits;
import org.hamtlab.experiments.store.ForkAudit;
import org.junit.jupiter.api.Test;

class ForkCostTest {
  @Test
  void saysWhatTheTimeBesideIterationsWasFor() {
    assertThat(ForkCost.told(List.of(audit(0.1), audit(0.3), died(), audit(0.2))))
        .hasValueSatisfying(cost ->
            assertThat(cost)
                .contains("0.75 s", "start 0.10", "subject 0.20", "maps 0.40", "end 0.05"));
  }

  @Test
  void isSilentWhereNoForkTells() {
    assertThat(ForkCost.told(List.of(died()))).isEmpty();
  }

  private static ForkAudit audit(double prepare) {
    return Audits.of(
        "t00",
        0,
        Map.of(
            "seconds", 2 + 0.55 + prepare,
            "iteratedSeconds", 2.0,
            "startSeconds", OptionalDouble.of(0.1),
            "prepareSeconds", OptionalDouble.of(prepare),
            "setUpSeconds", OptionalDouble.of(0.4)));
  }

  private static ForkAudit died() {
    return Audits.of("t00", 1, Map.of("seconds", 9.0));
  }
}
