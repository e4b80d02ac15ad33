package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Optional;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.EvidenceException;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;

/**
 * Claim B16: a free list that is not used costs nothing.
 *
 * <p><b>Source.</b> Seed 001, "Appendix: What We Stashed".
 */
public final class FreeListClaim extends MojoClaim {
  private static final double MARGIN = 1.05;
  private static final String LAYOUT =
      "hash=mojo-ahash layout=sealed-class{span=3,hash-bits=60,arrays=doubling,min-capacity=8}"
          + " compression=lazy-expansion allocator=";
  private static final String OFF = LAYOUT + "arena";
  private static final String ON = LAYOUT + "freelist{parent=arena}";
  private static final String KEYS = "sequential:30000";

  /** Creates the claim. */
  public FreeListClaim() {
    super(
        new Terms(
            "B16",
            Kind.MEASURED,
            "a free list costs nothing while nothing is freed",
            "seed 001, Appendix: What We Stashed",
            "time of inserting with the free list by time without, nothing being freed: SUPPORTED"
                + " if the whole interval lies between 1/1.05 and 1.05, REFUTED if it lies outside",
            "0.952 to 1.05"));
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of("b16.sweep");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    Count count = times.count(KEYS, ON);
    if (count.telemetry().frees() > 0) {
      throw new EvidenceException(
          "B16: " + count.telemetry().frees() + " frees while inserting (expected none).");
    }
    return Judgement.within(price(times, "put"), 1 / MARGIN, MARGIN, "time ratio of inserts")
        .noting("0 frees counted");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    Times times = evidence.times();
    return List.of(
        IntervalChart.ofRatios(
                "Time with a free list by time without: while it is unused, and under churn, where"
                    + " the memory without one only grows",
                "ratio, 95 % interval")
            .mark(1, "nothing")
            .row("insert, nothing freed", price(times, "put"))
            .row("churn", price(times, "churn")));
  }

  private static Interval price(Times times, String operation) {
    return ratio(times, times.of(operation, KEYS, ON), times.of(operation, KEYS, OFF));
  }
}
