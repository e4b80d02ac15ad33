package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;

/**
 * Claim B7: for inserts, shuffled and sequential orders differ little.
 *
 * <p><b>Source.</b> Seed 001, "Benchmark Results (Phase 3)".
 */
public final class InsertOrderClaim extends MojoClaim {
  private static final double LITTLE = 1.25;
  private static final int[] AT = {1_000, 10_000, 100_000};

  /** Creates the claim. */
  public InsertOrderClaim() {
    super(
        new Terms(
            "B7",
            Kind.MEASURED,
            "inserts of 1K, 10K and 100K keys in shuffled and in sequential order differ little",
            "seed 001, Benchmark Results (Phase 3): 197 against 238 ns, 215 against 260, 406"
                + " against 399",
            "time shuffled by time sequential at the three sizes, in one process: SUPPORTED if each"
                + " interval lies between 1/1.25 and 1.25, REFUTED if one lies outside",
            "0.8 to 1.25"));
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of("b7.sweep");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    List<Judgement> parts = new ArrayList<>();
    for (int n : AT) {
      parts.add(
          Judgement.within(order(times, n, LARGE_POOL), 1 / LITTLE, LITTLE, text("at %,d:", n)));
    }
    return Judgement.all(parts);
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    Times times = evidence.times();
    IntervalChart chart =
        IntervalChart.ofRatios(
                "Time of shuffled by sequential inserts; below 1, shuffled is faster",
                "ratio, 95 % interval")
            .mark(LITTLE, "1.25")
            .mark(1 / LITTLE, "0.8");
    for (int n : AT) {
      chart = chart.row(text("@mojo-hamt, %,d keys", n), order(times, n, LARGE_POOL));
    }
    for (int n : AT) {
      chart = chart.row(text("@default, %,d keys", n), order(times, n, "@default"));
    }
    return List.of(chart);
  }

  private static Interval order(Times times, int n, String phrase) {
    return times
        .of("put", "shuffled:" + n, phrase)
        .over(times.of("put", keys(n), phrase))
        .interval();
  }
}
