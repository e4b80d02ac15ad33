package org.hamtlab.papers.champ;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.junit.jupiter.api.Test;

class ChampClaimTest {
  private static Verdict verdict(double iteration, double equality, double bytes) {
    Recorder recorder = new Recorder("P1");
    for (int size : ChampClaim.SIZES) {
      for (String name : List.of(ChampClaim.CHAMP, ChampClaim.CLOJURE, ChampClaim.SCALA)) {
        boolean isOwn = name.equals(ChampClaim.CHAMP);
        for (int replicate = 0; replicate < 4; replicate++) {
          double noise = 1 + 0.001 * (isOwn ? replicate : 0);
          recorder.add(
              ChampClaim.iteration(size), name, replicate, noise * (isOwn ? 1 : iteration), "ns");
          recorder.add(
              ChampClaim.equality(size), name, replicate, noise * (isOwn ? 1 : equality), "ns");
        }
        recorder.add(ChampClaim.bytes(size), name, isOwn ? bytes : 1, "bytes");
      }
    }
    return new ChampClaim().judge(Evidence.of(recorder.observations())).verdict();
  }

  @Test
  void iterationEqualityAndBytesMustAllBeBetter() {
    assertThat(verdict(1.4, 4, 0.9)).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(1.2, 4, 0.9)).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(1.4, 2, 0.9)).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(1.4, 4, 1)).isEqualTo(Verdict.REFUTED);
  }
}
