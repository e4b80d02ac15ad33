package org.hamtlab.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.papers.evidence.Interval;
import org.junit.jupiter.api.Test;

class JudgementTest {

  @Test
  void supportsWhatLiesWhollyAbove() {
    assertThat(atLeast(2.2, 2.1, 2.3, 5)).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void refutesWhatLiesWhollyBelow() {
    assertThat(atLeast(1.5, 1.4, 1.9, 5)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void decidesNothingFromTwoReplicates() {
    assertThat(atLeast(2.2, 2.1, 2.3, 2)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void saysHowManyReplicatesWouldHaveDecided() {
    Judgement judgement = Judgement.atLeast(new Interval(2.2, 1.1, 4.4, 5), 2, "ratio");

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.decidedBy()).isEqualTo("R1");
    assertThat(judgement.measured()).contains("about 265 replicates instead of 5");
  }

  @Test
  void refutesAConjunctionOfWhichOnePartFalls() {
    Judgement both =
        Judgement.all(List.of(Judgement.exact(true, "a"), Judgement.exact(false, "b")));

    assertThat(both.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(both.measured()).isEqualTo("a; b");
  }

  private static Verdict atLeast(double value, double low, double high, int replicates) {
    return Judgement.atLeast(new Interval(value, low, high, replicates), 2, "ratio").verdict();
  }
}
