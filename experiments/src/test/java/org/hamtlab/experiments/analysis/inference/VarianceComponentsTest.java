package org.hamtlab.experiments.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceComponentsTest {
  /**
   * Yield of dyestuff from six batches: Davies and Goldsmith 1972, table 6.3; also Box and Tiao
   * 1973, and {@code Dyestuff} of lme4. Within batches 2451.25, between batches 1764.05.
   */
  private static final List<double[]> DYESTUFF =
      List.of(
          new double[] {1545, 1440, 1440, 1520, 1580},
          new double[] {1540, 1555, 1490, 1560, 1495},
          new double[] {1595, 1550, 1605, 1510, 1560},
          new double[] {1445, 1440, 1595, 1465, 1545},
          new double[] {1595, 1630, 1515, 1635, 1625},
          new double[] {1520, 1455, 1450, 1480, 1445});

  @Test
  void meetsThePublishedExample() {
    VarianceComponents found = VarianceComponents.of(DYESTUFF);
    assertThat(found.iteration()).isCloseTo(2451.25, within(0.005));
    assertThat(found.fork()).isCloseTo(1764.05, within(0.005));
  }

  /** √(c₂/c₁ · σ₁²/σ₂²) = √(90/10 · 2451.25/1764.05) = 3.54, rounded up. */
  @Test
  void balancesIterationsAgainstForks() {
    assertThat(VarianceComponents.of(DYESTUFF).iterationsWorthTaking(90, 10, 50)).isEqualTo(4);
    assertThat(new VarianceComponents(1, 0).iterationsWorthTaking(90, 10, 50)).isEqualTo(50);
  }

  /** With deviation 1: 4 blocks give 3.182/√4, 16 blocks 2.131/√16 (Student's table). */
  @Test
  void countsBlocksThatAnIntervalNeeds() {
    assertThat(Replicates.halfWidth(1, 4, 0.95)).isCloseTo(3.182 / 2, within(5e-4));
    assertThat(Replicates.needed(1, 2.132 / 4, 0.95)).isEqualTo(16);
    assertThat(Replicates.needed(1, 2.131 / 4, 0.95)).isEqualTo(17);
    assertThat(Replicates.needed(1, 0.001, 0.95)).isEqualTo(Replicates.MOST);
  }
}
