package org.hamtlab.experiments.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
  /**
   * Sleep gained with the two isomers of hyoscyamine, ten patients: Student, "The probable error of
   * a mean", Biometrika 6, 1908; R documentation of {@code sleep}: mean difference 1.58, t =
   * 4.0621, 9 degrees of freedom, p = 0.002833, 95 % interval 0.7001142 to 2.4598858.
   */
  private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

  private final Estimate sleep = Estimate.of(SLEEP);

  @Test
  void meetsStudentsOwnExample() {
    assertThat(sleep.mean()).isCloseTo(1.58, within(1e-9));
    assertThat(sleep.mean() / sleep.error()).isCloseTo(4.0621, within(5e-5));
    assertThat(sleep.pBeyond(0)).isCloseTo(0.002833, within(5e-7));
    assertThat(Math.log(sleep.interval(0.95).low())).isCloseTo(0.7001142, within(5e-8));
    assertThat(Math.log(sleep.interval(0.95).high())).isCloseTo(2.4598858, within(5e-8));
  }

  @Test
  void pValueBeyondAMarginCrossesAlphaWhereTheIntervalMeetsTheMargin() {
    assertThat(sleep.pBeyond(0.7001142)).isCloseTo(0.05, within(1e-6));
    assertThat(sleep.pBeyond(2)).isEqualTo(1);
  }

  /** TOST rejects at 5 % just where the 90 % interval lies inside the margins (Schuirmann 1987). */
  @Test
  void equivalenceHoldsWhereTheNarrowerIntervalLiesInside() {
    double end = Math.log(sleep.interval(0.90).high());
    assertThat(sleep.pWithin(end)).isCloseTo(0.05, within(1e-6));
    assertThat(sleep.pWithin(end * 1.1)).isLessThan(0.05);
    assertThat(sleep.pWithin(1)).isGreaterThan(0.5);
  }

  @Test
  void oneBlockHasNoError() {
    assertThatThrownBy(() -> Estimate.of(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected two or more");
  }
}
