package org.hamtlab.papers.mojohamt;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.junit.jupiter.api.Test;

class SparseTrieClaimTest {
  private static final String VARIANT = "@mojo-hamt --keys sequential:100000";

  @Test
  void isSupportedToTheLastDigit() {
    Recorder recorder = new Recorder("B1");
    new SparseTrieClaim().measure(recorder);

    var judgement = new SparseTrieClaim().judge(Evidence.of(recorder.observations()));

    assertThat(judgement.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(judgement.measured())
        .isEqualTo(
            "687212 internal nodes, 787211 child pointers, 1.145514048066681 children per node,"
                + " depth 10");
  }

  @Test
  void fallsWithAnyOtherNumber() {
    Recorder recorder = new Recorder("B1");
    recorder.add("internalNodes", VARIANT, 687_213, "count");
    recorder.add("childPointers", VARIANT, 787_211, "count");
    recorder.add("childrenPerNode", VARIANT, 1.145514048066681, "count");
    recorder.add("maxDepth", VARIANT, 10, "count");

    assertThat(new SparseTrieClaim().judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(Verdict.REFUTED);
  }
}
