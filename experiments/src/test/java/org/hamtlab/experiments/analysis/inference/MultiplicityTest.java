package org.hamtlab.experiments.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MultiplicityTest {
  /** The fifteen p-values of Benjamini and Hochberg 1995, §4.1. */
  private static final double[] PAPER = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  /** The paper: four hypotheses are rejected, by Bonferroni and by Hochberg's procedure three. */
  @Test
  void rejectsWhatThePaperRejects() {
    assertThat(rejected(Multiplicity.BENJAMINI_HOCHBERG, PAPER)).isEqualTo(4);
    assertThat(rejected(Multiplicity.HOLM, PAPER)).isEqualTo(3);
  }

  /** Fourth and fifth values by hand: 0.0095·15/4, and the least of 0.0201·15/5 and later ones. */
  @Test
  void adjustsBenjaminiHochbergByHand() {
    double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjusted(PAPER);
    assertThat(adjusted[3]).isCloseTo(0.035625, within(1e-12));
    assertThat(adjusted[4]).isCloseTo(0.0603, within(1e-12));
    assertThat(adjusted[5]).isCloseTo(0.0298 * 15 / 7, within(1e-12));
  }

  /** 0.01, 0.04, 0.03 in any order: 3·0.01, then 2·0.03, and 0.04 is raised to that. */
  @Test
  void adjustsHolmByHandInAnyOrder() {
    assertThat(Multiplicity.HOLM.adjusted(new double[] {0.04, 0.01, 0.03}))
        .containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-12));
  }

  @Test
  void anEmptyFamilyStaysEmpty() {
    assertThat(Multiplicity.of(true).adjusted(new double[0])).isEmpty();
    assertThat(Multiplicity.of(false)).isEqualTo(Multiplicity.HOLM);
  }

  private static long rejected(Multiplicity method, double[] p) {
    return Arrays.stream(method.adjusted(p)).filter(adjusted -> adjusted <= 0.05).count();
  }
}
