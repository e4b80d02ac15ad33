package org.hamtlab.experiments.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquivalenceGateTest {
  @Test
  void passesAMapThatAnswersAlike() {
    EquivalenceGate gate = new EquivalenceGate(LinkedHashMap::new, 5);
    assertThat(gate.check(List.of(List.of("a", "b", 3L)))).isGreaterThan(20_000);
  }

  @Test
  void namesTheFirstWrongAnswer() {
    EquivalenceGate gate = new EquivalenceGate(ForgetfulMap::new, 5);
    assertThatThrownBy(() -> gate.check(List.of()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("of seed 5, remove Colliding")
        .hasMessageContaining("answered null");
  }

  @Test
  void reportsWhatTheMapThrows() {
    EquivalenceGate gate =
        new EquivalenceGate(
            () ->
                new HashMap<>() {
                  @Override
                  public void clear() {
                    throw new UnsupportedOperationException("no clear");
                  }
                },
            5);
    assertThatThrownBy(() -> gate.check(List.of()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("clear: threw")
        .hasMessageContaining("no clear");
  }
}
