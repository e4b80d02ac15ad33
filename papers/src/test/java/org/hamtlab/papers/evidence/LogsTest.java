package org.hamtlab.papers.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogsTest {

  @Test
  void takesTheIntervalOfStudentsT() {
    // Mean 1, standard error 1, one degree of freedom: the quantile is 12.706.
    Interval interval = Logs.of(Map.of(0, 1.0, 1, Math.exp(2))).interval();

    assertThat(Math.log(interval.value())).isCloseTo(1, within(1e-12));
    assertThat(Math.log(interval.low())).isCloseTo(1 - 12.7062, within(1e-4));
    assertThat(Math.log(interval.high())).isCloseTo(1 + 12.7062, within(1e-4));
  }

  @Test
  void comparesWithinReplicatesAndLeavesOutWhatOneSideLacks() {
    Logs slower = Logs.of(Map.of(0, 20.0, 1, 200.0, 2, 7.0));
    Logs faster = Logs.of(Map.of(0, 10.0, 1, 100.0));

    Interval ratio = slower.over(faster).interval();

    assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    assertThat(ratio.low()).isCloseTo(2, within(1e-12));
    assertThat(ratio.replicates()).isEqualTo(2);
  }

  @Test
  void averagesQuantitiesGeometrically() {
    Logs mean = Logs.mean(List.of(Logs.of(Map.of(0, 2.0)), Logs.of(Map.of(0, 8.0))));

    assertThat(mean.interval().value()).isCloseTo(4, within(1e-12));
    assertThat(mean.interval().high()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
