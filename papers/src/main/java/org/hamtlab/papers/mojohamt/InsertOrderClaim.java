package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.evidence.Windows;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim B7: for inserts, shuffled and sequential orders differ little.
 *
 * <p>Both orders are timed in turn in one process, after a collection each, into maps that exist
 * already: what making a pool of four million slots costs would hide any difference at 1,000 keys.
 *
 * <p><b>Source.</b> Seed 001, "Benchmark Results (Phase 3)".
 */
public final class InsertOrderClaim extends MojoClaim {
  static final String QUANTITY = "insert";
  static final String SEQUENTIAL = "sequential";
  static final String SHUFFLED = "shuffled";

  private static final double LITTLE = 1.25;
  private static final int[] AT = {1_000, 10_000, 100_000};
  private static final int REPLICATES = 14;
  private static final int WARM_UP = 10;
  private static final int WARM_UP_MILLIS = 300;
  private static final int ROUNDS = 16;
  private static final List<String> COUNTERS =
      List.of("allocations", "frees", "slotsRequested", "internalNodes");

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

  static String variant(String order, String phrase, int n) {
    return order + " " + phrase + " n=" + n;
  }

  @Override
  public void measure(Recorder recorder) {
    for (String order : List.of(SEQUENTIAL, SHUFFLED)) {
      Counting.record(recorder, LARGE_POOL, order + ":100000", COUNTERS.toArray(String[]::new));
      Windows.record(recorder, IN_WORDS, order, order + ":100000", order + ":100000");
    }
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    for (String phrase : List.of(LARGE_POOL, "@default")) {
      Composition composition = Composition.of(phrase);
      for (int n : AT) {
        Stopwatch stopwatch = new Stopwatch(replicate).collecting().warmingUpMillis(WARM_UP_MILLIS);
        new Work(composition, Work.sequential(n))
            .addInserts(stopwatch, variant(SEQUENTIAL, phrase, n));
        new Work(composition, Work.shuffled(n, replicate + 1L))
            .addInserts(stopwatch, variant(SHUFFLED, phrase, n));
        stopwatch.record(recorder, QUANTITY, 1, WARM_UP, ROUNDS);
      }
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<Judgement> parts = new ArrayList<>();
    for (int n : AT) {
      parts.add(
          Judgement.within(order(evidence, n, LARGE_POOL), 1 / LITTLE, LITTLE, text("at %,d:", n)));
    }
    return Judgement.all(parts);
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    IntervalChart chart =
        IntervalChart.ofRatios(
                "Time of shuffled by sequential inserts; below 1, shuffled is faster",
                "ratio, 95 % interval")
            .mark(LITTLE, "1.25")
            .mark(1 / LITTLE, "0.8");
    for (int n : AT) {
      chart = chart.row(text("@mojo-hamt, %,d keys", n), order(evidence, n, LARGE_POOL));
    }
    for (int n : AT) {
      chart = chart.row(text("@default, %,d keys", n), order(evidence, n, "@default"));
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "Inserting 100,000 keys, counted",
            "counter",
            SEQUENTIAL + " order",
            SHUFFLED + " order");
    for (String counter : COUNTERS) {
      table =
          table.row(
              counter, count(evidence, counter, SEQUENTIAL), count(evidence, counter, SHUFFLED));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the same keys in two orders, counted. The trie is the"
                + " same, so is what was asked of the allocator, and of keys that are hashed the"
                + " paths of successive ones have as little in common in either order. No counter"
                + " moves; a difference in time is owed to nothing that the trie does (R3)."),
        table,
        Windows.table(evidence, IN_WORDS, List.of(SEQUENTIAL, SHUFFLED)));
  }

  private static String count(Evidence evidence, String counter, String order) {
    return text("%,d", evidence.count(counter, Counting.variant(LARGE_POOL, order + ":100000")));
  }

  private static Interval order(Evidence evidence, int n, String phrase) {
    return evidence
        .logs(QUANTITY, variant(SHUFFLED, phrase, n))
        .over(evidence.logs(QUANTITY, variant(SEQUENTIAL, phrase, n)))
        .interval();
  }
}
