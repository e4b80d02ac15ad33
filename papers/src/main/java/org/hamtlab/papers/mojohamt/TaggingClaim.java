package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;

/**
 * Claim B12: tagged pointers gain 30 to 50 %, since type dispatch costs 20 to 40 %.
 *
 * <p><b>Source.</b> Seed 001, "Variant Dispatch Overhead".
 */
public final class TaggingClaim extends MojoClaim {
  private static final double GAIN = 1.3;
  private static final String REST = "{span=6,hash-bits=60,arrays=doubling} allocator=arena";
  private static final String SEALED =
      "hash=mojo-ahash layout=sealed-class" + REST + " compression=none";
  private static final String TAGGED =
      "hash=mojo-ahash layout=tagged-int" + REST + " compression=none";
  private static final int[] AT = {10_000, 100_000};

  /** Creates the claim. */
  public TaggingClaim() {
    super(
        new Terms(
            "B12",
            Kind.MEASURED,
            "tagged references gain 30 to 50 %, because type dispatch costs 20 to 40 % of an"
                + " operation",
            "seed 001, Variant Dispatch Overhead",
            "speed-up of tagged-int over sealed-class for get-hit, geometric mean of 10,000 and"
                + " 100,000 keys: SUPPORTED if the interval is at least 1.3, REFUTED if below",
            "1.3 times"));
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of("b12.sweep");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    Interval gain = ratio(times, mean(times, SEALED), mean(times, TAGGED));
    return Judgement.atLeast(gain, GAIN, "speed-up of hits")
        .refusing(
            "R2: references and memory change together (words in one array against objects), so"
                + " nothing is said of the price of the type switch alone.");
  }

  private static Logs mean(Times times, String phrase) {
    return Logs.mean(
        List.of(
            times.of("get-hit", keys(AT[0]), phrase), times.of("get-hit", keys(AT[1]), phrase)));
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    Times times = evidence.times();
    IntervalChart chart =
        IntervalChart.ofRatios(
                "Speed-up of tagged references over node objects, all else equal",
                "times as fast, 95 % interval")
            .mark(GAIN, "claimed");
    for (String operation : List.of("get-hit", "put")) {
      for (int n : AT) {
        chart =
            chart.row(
                text("%s, %,d keys", operation, n),
                ratio(
                    times,
                    times.of(operation, keys(n), SEALED),
                    times.of(operation, keys(n), TAGGED)));
      }
    }
    return List.of(chart);
  }
}
