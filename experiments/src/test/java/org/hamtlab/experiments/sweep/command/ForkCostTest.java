package org.hamtlab.experiments.sweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.hamtlab.experiments.store.ForkAudit;
import org.junit.jupiter.api.Test;

class ForkCostTest {
  private static final OptionalDouble ABSENT = OptionalDouble.empty();

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
    return new ForkAudit(
        "run-1",
        0,
        "t00",
        0,
        "host",
        20,
        20,
        200,
        200,
        ABSENT,
        ABSENT,
        ABSENT,
        2 + 0.55 + prepare,
        2,
        OptionalDouble.of(0.1),
        OptionalDouble.of(prepare),
        OptionalDouble.of(0.4),
        "now");
  }

  private static ForkAudit died() {
    return new ForkAudit(
        "run-1", 0, "t00", 1, "host", 20, 20, 200, 200, ABSENT, ABSENT, ABSENT, 9, 0, "now");
  }
}
