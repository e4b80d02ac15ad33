package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.evidence.Windows;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;

/**
 * The two treatments of {@code c3.sweep}, which claims C3, E3 and E11 are judged by, and a third
 * one that has no pool: native words, so that a fallback is a call of the C library's malloc, and
 * child arrays that are granted apart from headers, as mojo-hamt grants them. Headers come from the
 * same allocator, mojo-hamt's from an arena of their own: so there are twice as many requests.
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

  static final List<Integer> AT = List.of(10_000, 100_000);
  static final String INSERT = "insert in one process";
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 4;

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

  /** Requests, and where successive look-ups find what they pass. */
  static void count(Recorder recorder) {
    for (String phrase : List.of(EXHAUSTED, SIZED)) {
      for (int n : AT) {
        Counting.record(
            recorder,
            phrase,
            MojoClaim.keys(n),
            "allocations",
            "fallbacks",
            "slotsRequested",
            "internalNodes",
            "meanLeafLevel");
        Windows.record(recorder, phrase, name(n), MojoClaim.keys(n), "shuffled:" + n);
      }
    }
  }

  /** One malloc per block beside both pools, at the smaller size. */
  static void observe(int replicate, Recorder recorder) {
    Stopwatch inserts = new Stopwatch(replicate);
    Object[] keys = Work.sequential(AT.getFirst());
    for (String phrase : List.of(EXHAUSTED, SIZED, MALLOC)) {
      new Work(Composition.of(phrase), keys).addInserts(inserts, phrase);
    }
    inserts.record(recorder, INSERT, 1, WARM_UP, ROUNDS);
  }

  /** What that gives. */
  static Exhibit perBlock(Evidence evidence) {
    IntervalChart chart =
        IntervalChart.ofRatios(
            MojoClaim.text(
                "Time of inserting %,d keys by that with a pool that holds everything, in one process",
                AT.getFirst()),
            "ratio, 95 % interval");
    for (String phrase : List.of(EXHAUSTED, MALLOC)) {
      chart =
          chart.row(
              phrase.equals(MALLOC) ? "malloc per block" : "exhausted pool",
              evidence.logs(INSERT, phrase).over(evidence.logs(INSERT, SIZED)).interval());
    }
    return chart;
  }

  static DataTable requests(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "The same fills, counted",
            "keys",
            "pool",
            "nodes",
            "requests",
            "slots asked for",
            "calls of malloc");
    for (int n : AT) {
      for (String phrase : List.of(EXHAUSTED, SIZED)) {
        table =
            table.row(
                MojoClaim.text("%,d", n),
                phrase.equals(SIZED) ? "holds everything" : "too small",
                count(evidence, "internalNodes", phrase, n),
                count(evidence, "allocations", phrase, n),
                count(evidence, "slotsRequested", phrase, n),
                count(evidence, "fallbacks", phrase, n));
      }
    }
    return table;
  }

  private static String count(Evidence evidence, String counter, String phrase, int n) {
    return MojoClaim.text("%,d", MojoClaim.count(evidence, counter, phrase, n));
  }

  private static String name(int n) {
    return MojoClaim.text("%,d keys", n);
  }

  /** What look-ups pass, by pool. */
  static List<Exhibit> places(Evidence evidence) {
    List<String> names = AT.stream().map(PoolTreatments::name).toList();
    return List.of(
        Windows.table(evidence, SIZED, names), Windows.table(evidence, EXHAUSTED, names));
  }

  static Exhibit chart(Evidence evidence, String operation, double claimed) {
    Times times = evidence.times();
    IntervalChart chart =
        IntervalChart.ofRatios(
                "Time of " + operation + " by that of a pool that holds everything",
                "ratio, 95 % interval")
            .mark(claimed, "claimed");
    for (int n : AT) {
      chart =
          chart.row(
              MojoClaim.text("exhausted pool, %,d keys", n), gain(times, operation, n, EXHAUSTED));
    }
    return chart;
  }
}
