package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim E7: a rate of fallbacks of 2 % at 10,000 entries is 1,500 fallbacks.
 *
 * <p><b>Source.</b> Seed 004, "Fallback Paths Matter", against its own table of step 2.
 */
public final class FallbackShareClaim extends MojoClaim {
  private static final double POINTS = 1;

  /** Creates the claim. */
  public FallbackShareClaim() {
    super(
        new Terms(
            "E7",
            Kind.ARITHMETIC,
            "2 % fallback rate at 10,000 entries = 1,500 fallbacks",
            "seed 004, Fallback Paths Matter",
            "against the fallbacks of the write-up's own table at 10,000 keys: SUPPORTED if that"
                + " says 2 % to one point, else REFUTED",
            "2 % ± 1 point"));
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add("published", "rate in the sentence", 2, "%");
    recorder.add("published", "rate in the table", 79, "%");
    recorder.add("published", "fallbacks in the sentence", 1_500, "count");
    Counting.record(recorder, SMALL_POOL, keys(10_000), "fallbacks", "allocations");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double sentence = evidence.value("published", "rate in the sentence");
    double table = evidence.value("published", "rate in the table");
    long fallbacks = count(evidence, "fallbacks", SMALL_POOL, 10_000);
    long allocations = count(evidence, "allocations", SMALL_POOL, 10_000);
    return Judgement.arithmetic(
        Math.abs(sentence - table) <= POINTS,
        text(
            "the table says %.0f %%, and counting gives %,d of %,d, %.1f %%; 2 %% of the requests"
                + " would be %,.0f",
            table,
            fallbacks,
            allocations,
            100.0 * fallbacks / allocations,
            allocations * sentence / 100));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    long fallbacks = count(evidence, "fallbacks", SMALL_POOL, 10_000);
    long allocations = count(evidence, "allocations", SMALL_POOL, 10_000);
    double sentence = evidence.value("published", "rate in the sentence");
    return List.of(
        new Prose(
            "Where 1,500 come from: they are two in a hundred of the requests, rounded; two in a"
                + " hundred is what does not fall back at 100,000 keys, not what does at 10,000."),
        DataTable.of("Requests at 10,000 keys, counted", "what", "number")
            .row("requests", text("%,d", allocations))
            .row("fallbacks", text("%,d", fallbacks))
            .row("share, %", text("%.1f", 100.0 * fallbacks / allocations))
            .row("2 % of the requests", text("%,.0f", allocations * sentence / 100)));
  }
}
