package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;

/**
 * Claim E1: use of the pool of 65,536 slots at four sizes.
 *
 * <p><b>Source.</b> Seed 004, "Measured Pool Usage at Different Scales".
 */
public final class PoolBySizeClaim extends MojoClaim {
  private static final List<String> PUBLISHED =
      List.of("51.7 % and 0 %", "465 % and 79 %", "2285 % and 96 %", "4525 % and 98 %");

  /** Creates the claim. */
  public PoolBySizeClaim() {
    super(
        new Terms(
            "E1",
            Kind.EXACT,
            "utilisation and fallbacks at 1,000, 10,000, 50,000 and 100,000 keys are "
                + String.join(", ", PUBLISHED),
            "seed 004, Step 2",
            "SUPPORTED if all eight percentages are met as rounded in the table, else REFUTED",
            String.join(", ", PUBLISHED)));
  }

  @Override
  public void measure(Recorder recorder) {
    for (int n : SIZES) {
      Counting.record(
          recorder,
          SMALL_POOL,
          keys(n),
          "utilisation",
          "fallbacks",
          "allocations",
          "slotsRequested");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<String> found = new ArrayList<>();
    for (int n : SIZES) {
      double use = value(evidence, "utilisation", SMALL_POOL, n);
      found.add(
          text(
              use < 100 ? "%.1f %% and %.0f %%" : "%.0f %% and %.0f %%",
              use,
              100.0
                  * count(evidence, "fallbacks", SMALL_POOL, n)
                  / count(evidence, "allocations", SMALL_POOL, n)));
    }
    return Judgement.exact(found.equals(PUBLISHED), String.join(", ", found));
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "The pool's counters, every digit",
            "keys",
            "allocations",
            "slots",
            "utilisation",
            "fallbacks");
    for (int n : SIZES) {
      table =
          table.row(
              text("%,d", n),
              text("%,d", count(evidence, "allocations", SMALL_POOL, n)),
              text("%,d", count(evidence, "slotsRequested", SMALL_POOL, n)),
              text("%,.2f %%", value(evidence, "utilisation", SMALL_POOL, n)),
              text("%,d", count(evidence, "fallbacks", SMALL_POOL, n)));
    }
    return List.of(table);
  }
}
