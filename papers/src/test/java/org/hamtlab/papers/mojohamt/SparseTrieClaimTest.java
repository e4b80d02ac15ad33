package org.hamtlab.papers.mojohamt;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.papers.Verdict;
import org.junit.jupiter.api.Test;

class SparseTrieClaimTest {

  @Test
  void isSupportedToTheLastDigit() {
    var result = new SparseTrieClaim().test();

    assertThat(result.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(result.measured())
        .isEqualTo(
            "687212 internal nodes, 787211 child pointers, 1.145514048066681 children per node,"
                + " depth 10");
  }

  @Test
  void fallsWithAnyOtherNumber() {
    var found = new SparseTrieClaim.Found(687_213, 787_211, 1.145514048066681, 10);

    assertThat(SparseTrieClaim.judge(found).verdict()).isEqualTo(Verdict.REFUTED);
  }
}
