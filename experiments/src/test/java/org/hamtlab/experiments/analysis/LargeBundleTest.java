package org.hamtlab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hamtlab.experiments.store.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBundleTest {
  @TempDir private Path dir;

  @Test
  void fiveHundredTreatmentsHaveEveryCellAndTerm() {
    SyntheticBundle bundle = SyntheticBundle.of(levels(0)).operations("get-hit", "put");
    for (int i = 1; i < 500; i++) {
      bundle.treatment(1 + 0.001 * (i % 100), levels(i)).count("t" + i, i, 1000 + i, 10, 600);
    }
    Analysis analysis = bundle.analyse(dir);
    assertThat(analysis.cells()).hasSize(1000);
    assertThat(analysis.effects()).hasSize(2 * 15);
  }

  /** Five factors: 5 × 5 × 5 × 2 × 2. */
  private static String[] levels(int i) {
    return new String[] {
      "hash=" + i % 5,
      "layout=" + i / 5 % 5,
      "allocator=" + i / 25 % 5,
      "compression=" + i / 125 % 2,
      "assembly=" + i / 250
    };
  }
}
