package org.hamtlab.papers.gpce2014;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.junit.jupiter.api.Test;

class PerArityClaimTest {
  private static Verdict verdict(double left) {
    Recorder recorder = new Recorder("P2");
    for (int e = PerArityClaim.LEAST_EXPONENT; e <= PerArityClaim.MOST_EXPONENT; e++) {
      int size = 1 << e;
      recorder.add(PerArityClaim.BYTES + size, PerArityClaim.ARRAYS, 100, "bytes");
      recorder.add(PerArityClaim.BYTES + size, PerArityClaim.PER_ARITY, 100 * left, "bytes");
      recorder.add(PerArityClaim.NODES + size, PerArityClaim.ARRAYS, 1, "count");
    }
    return new PerArityClaim().judge(Evidence.of(recorder.observations())).verdict();
  }

  @Test
  void moreThanHalfMustBeSaved() {
    assertThat(verdict(0.44)).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(0.46)).isEqualTo(Verdict.REFUTED);
  }
}
