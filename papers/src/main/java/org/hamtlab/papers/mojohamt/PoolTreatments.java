package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;

/**
 * The three treatments of {@code c3.sweep}, which claims C3, E3 and E11 are judged by: native
 * words, so that a fallback is a call of the C library's malloc, and child arrays that are granted
 * apart from headers, as mojo-hamt grants them. Headers come from the same allocator, mojo-hamt's
 * from an arena of their own: so there are twice as many requests.
 */
final class PoolTreatments {
  /** All but the allocator. */
  static final String LAYOUT =
      "hash=mojo-ahash compression=none"
          + " layout=tagged-int{span=6,hash-bits=60,arrays=doubling,memory=native,headers=apart}";

  /** A reserve of 65,536 slots. */
  static final String SMALL = "pool{slots=65536,parent=malloc}";

  /** A reserve that holds headers and arrays. */
  static final String LARGE = "pool{slots=8388608,parent=malloc}";

  /** A pool that is too small. */
  static final String EXHAUSTED = LAYOUT + " allocator=" + SMALL;

  /** A pool that holds everything. */
  static final String SIZED = LAYOUT + " allocator=" + LARGE;

  /** No pool. */
  static final String MALLOC = LAYOUT + " allocator=malloc";

  static final String SWEEP = "c3.sweep";
  static final String MEASURED_BY = "C3";

  /** What is said of malloc here. */
  static final String REFUSAL =
      "R2: here a malloc also enters the block into the list by which a dropped map is freed, and"
          + " crosses from Java to C, and headers are asked of the same allocator as arrays; nothing"
          + " is said of malloc alone.";

  private PoolTreatments() {}

  static Interval gain(Times times, String operation, int n, String from) {
    return MojoClaim.ratio(
        times,
        times.of(operation, MojoClaim.keys(n), from),
        times.of(operation, MojoClaim.keys(n), SIZED));
  }

  static Exhibit chart(Times times, String operation, double claimed) {
    IntervalChart chart =
        IntervalChart.ofRatios(
                "Time of " + operation + " by that of a pool that holds everything",
                "ratio, 95 % interval")
            .mark(claimed, "claimed");
    for (int n : List.of(10_000, 100_000)) {
      chart =
          chart
              .row(
                  MojoClaim.text("exhausted pool, %,d keys", n),
                  gain(times, operation, n, EXHAUSTED))
              .row(
                  MojoClaim.text("malloc per block, %,d keys", n),
                  gain(times, operation, n, MALLOC));
    }
    return chart;
  }
}
