package org.hamtlab.papers.libhamt;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.junit.jupiter.api.Test;

class ExhaustionClaimTest {
  private final Recorder recorder = new Recorder("P4");

  @Test
  void publishedRulesLoseKeysAndASingleRuleNone() {
    new ExhaustionClaim().measure(recorder);
    Evidence evidence = Evidence.of(recorder.observations());

    assertThat(new ExhaustionClaim().judge(evidence).verdict()).isEqualTo(Verdict.REFUTED);
    for (int equal = 0; equal <= ExhaustionClaim.MOST_EQUAL; equal++) {
      String single = ExhaustionClaim.variant(GenerationModel.Rule.SINGLE, equal);
      assertThat(evidence.count(ExhaustionClaim.LOST, single)).isZero();
    }
    assertThat(evidence.count(ExhaustionClaim.LOST, ExhaustionClaim.ENGINE)).isZero();
    String unequal = ExhaustionClaim.variant(GenerationModel.Rule.PUBLISHED, 0);
    assertThat(evidence.count(ExhaustionClaim.LOST, unequal)).isZero();
  }

  @Test
  void wouldBeSupportedIfNoKeyWereLost() {
    for (GenerationModel.Rule rule : GenerationModel.Rule.values()) {
      for (int equal = 0; equal <= ExhaustionClaim.MOST_EQUAL; equal++) {
        recorder.add(ExhaustionClaim.LOST, ExhaustionClaim.variant(rule, equal), 0, "count");
      }
    }
    recorder.add(ExhaustionClaim.LOST, ExhaustionClaim.ENGINE, 0, "count");

    assertThat(new ExhaustionClaim().judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(Verdict.SUPPORTED);
  }
}
