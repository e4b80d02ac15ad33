package org.hamtlab.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTicksTest {

  @Test
  void takesStepsThenThirdsOfDecadesThenDecades() {
    assertThat(LogTicks.of(new double[] {0.93, 1.12}).at())
        .containsExactly(0.9, 0.95, 1.0, 1.05, 1.1, 1.15);
    assertThat(LogTicks.of(new double[] {0.3, 7}).at())
        .containsExactly(0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
    assertThat(LogTicks.of(new double[] {0.02, 300}).at())
        .containsExactly(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);
  }

  @Test
  void goesFarFromOneWhereValuesDo() {
    assertThat(LogTicks.apart(new double[] {23, 4_244}).at())
        .containsExactly(20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0);
  }

  @Test
  void writesTicksWithoutExponents() {
    assertThat(LogTicks.text(1000.0)).isEqualTo("1000");
    assertThat(LogTicks.text(0.0001)).isEqualTo("0.0001");
  }
}
