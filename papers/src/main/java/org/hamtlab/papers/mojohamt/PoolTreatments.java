package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;

/**
 * The three treatments of {@code c3.sweep}, which claims C3, E3 and E11 are judged by: native
 * words, so that a fallback is a call of the C library's malloc. Header and children of a node are
 * one block there, which makes the blocks larger than mojo-hamt's child arrays, and no fewer.
 */
final class PoolTreatments {
  private static final String LAYOUT =
      "hash=mojo-ahash layout=tagged-int{span=6,hash-bits=60,arrays=doubling,memory=native}"
          + " compression=none allocator=";

  /** A pool that is too small. */
  static final String EXHAUSTED = LAYOUT + "pool{slots=65536,parent=malloc}";

  /** A pool that holds everything. */
  static final String SIZED = LAYOUT + "pool{slots=8388608,parent=malloc}";

  /** No pool. */
  static final String MALLOC = LAYOUT + "malloc";

  static final String SWEEP = "c3.sweep";
  static final String MEASURED_BY = "C3";

  /** What is said of malloc here. */
  static final String REFUSAL =
      "R2: here a malloc also enters the block into the list by which a dropped map is freed, and"
          + " crosses from Java to C; nothing is said of malloc alone.";

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
