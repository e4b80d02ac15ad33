package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;

/**
 * Claim E5: each of 683,500 fallbacks cost 150 ns, 102 ms in all, of a run of 90 ms.
 *
 * <p><b>Source.</b> Seed 004, "Impact on Performance".
 */
public final class FallbackCostClaim extends MojoClaim {
  private static final String PUBLISHED = "published";
  private static final int KEYS = 100_000;

  /** Creates the claim. */
  public FallbackCostClaim() {
    super(
        new Terms(
            "E5",
            Kind.ARITHMETIC,
            "each malloc fallback costs about 150 ns, 102 ms in all, of a run of about 90 ms",
            "seed 004, Impact on Performance",
            "a part cannot exceed the whole (R4): SUPPORTED if fallbacks × 150 ns are at most the"
                + " run's time, else REFUTED",
            "at most 100 % of the run"));
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add(PUBLISHED, "cost of a fallback", 150, "ns");
    recorder.add(PUBLISHED, "insert with fallbacks", 898, "ns");
    recorder.add(PUBLISHED, "insert without", 402, "ns");
    Counting.record(recorder, SMALL_POOL, keys(KEYS), "fallbacks");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long fallbacks = count(evidence, "fallbacks", SMALL_POOL, KEYS);
    double cost = evidence.value(PUBLISHED, "cost of a fallback") * fallbacks / 1e6;
    double run = evidence.value(PUBLISHED, "insert with fallbacks") * KEYS / 1e6;
    return Judgement.arithmetic(
            cost <= run,
            text(
                "%.1f ms of fallbacks in a run of %.1f ms are %.0f %% of it; the write-up's own"
                    + " times leave at most %.0f ns a fallback",
                cost, run, 100 * cost / run, atMost(evidence)))
        .refusing("R4: attributions that sum to more than the whole are not repeated.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    long fallbacks = count(evidence, "fallbacks", SMALL_POOL, KEYS);
    double before = evidence.value(PUBLISHED, "insert with fallbacks");
    double after = evidence.value(PUBLISHED, "insert without");
    return List.of(
        DataTable.of("What the published times allow", "quantity", "value")
            .row("fallbacks per insert", text("%.3f", (double) fallbacks / KEYS))
            .row("time saved per insert", text("%.0f ns", before - after))
            .row("so per fallback", text("%.1f ns", atMost(evidence))));
  }

  private static double atMost(Evidence evidence) {
    double saved =
        evidence.value(PUBLISHED, "insert with fallbacks")
            - evidence.value(PUBLISHED, "insert without");
    return saved * KEYS / count(evidence, "fallbacks", SMALL_POOL, KEYS);
  }
}
