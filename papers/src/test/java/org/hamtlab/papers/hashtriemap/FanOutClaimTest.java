package org.hamtlab.papers.hashtriemap;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Interval;
import org.junit.jupiter.api.Test;

class FanOutClaimTest {
  private static Verdict verdict(double eight, double thirtyTwo) {
    return FanOutClaim.judge(around(eight), around(thirtyTwo), around(1)).verdict();
  }

  private static Interval around(double value) {
    return new Interval(value, value * 0.999, value * 1.001, 4);
  }

  @Test
  void bothSidesOfSixteenDecide() {
    assertThat(verdict(1.6, 0.99)).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(1.4, 0.99)).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(1.6, 0.9)).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(1.6, 1.1)).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(1.5, 0.99)).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
