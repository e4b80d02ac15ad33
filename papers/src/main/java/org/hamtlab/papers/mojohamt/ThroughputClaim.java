package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.assembly.Composition;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.CacheSizes;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim C7: throughput falls from 10K to 100K entries.
 *
 * <p>All sizes take turns in one process. Inserts go into maps that exist already: what making a
 * pool of four million slots costs is a tenth of an insert at 10,000 keys and a hundredth at
 * 100,000, and would hide the fall.
 *
 * <p><b>Source.</b> Seed 002, "Benchmark Results (After Pool Fix)".
 */
public final class ThroughputClaim extends MojoClaim {
  static final String INSERT = "put";
  static final String LOOK_UP = "get-hit";

  /** The same trie without the pool's reserve, whose size does not depend on the entries. */
  private static final String UNPOOLED = "@mojo-hamt allocator=gc";

  private static final double SLOWER = 1.1;
  private static final int[] AT = {10_000, 14_142, 20_000, 28_284, 40_000, 56_569, 80_000, 100_000};
  private static final List<String> QUANTITIES = List.of(INSERT, LOOK_UP);
  private static final int REPLICATES = 10;
  private static final int WARM_UP = 5;
  private static final int WARM_UP_MILLIS = 500;
  private static final int ROUNDS = 8;

  /** Creates the claim. */
  public ThroughputClaim() {
    super(
        new Terms(
            "C7",
            Kind.MEASURED,
            "throughput of inserts and queries falls from 10,000 to 100,000 entries",
            "seed 002, Benchmark Results (After Pool Fix): 4.74 to 2.24 and 7.29 to 3.34 M a second",
            "time per operation at 100,000 by that at 10,000, in one process: SUPPORTED if both"
                + " intervals are at least 1.1, REFUTED if one is below",
            "1.1 times the time"));
  }

  static String variant(String phrase, int n) {
    return phrase + " n=" + n;
  }

  @Override
  public void measure(Recorder recorder) {
    CacheSizes.record(recorder);
    for (int n : AT) {
      Counting.record(
          recorder, UNPOOLED, keys(n), "bytesPerEntry", "meanLeafLevel", "internalNodes");
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
      Stopwatch inserts = new Stopwatch(replicate).collecting().warmingUpMillis(WARM_UP_MILLIS);
      Stopwatch lookUps = new Stopwatch(replicate).warmingUpMillis(WARM_UP_MILLIS);
      for (int n : AT) {
        Object[] filled = Work.sequential(n);
        new Work(composition, filled).addInserts(inserts, variant(phrase, n));
        new Work(composition, Work.shuffled(n, replicate + 1L))
            .addLookUps(lookUps, variant(phrase, n), filled);
      }
      inserts.record(recorder, INSERT, 1, WARM_UP, ROUNDS);
      lookUps.record(recorder, LOOK_UP, 1, WARM_UP, ROUNDS);
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<Judgement> parts = new ArrayList<>();
    for (String quantity : QUANTITIES) {
      parts.add(
          Judgement.atLeast(
              evidence
                  .logs(quantity, variant(LARGE_POOL, 100_000))
                  .over(evidence.logs(quantity, variant(LARGE_POOL, 10_000)))
                  .interval(),
              SLOWER,
              quantity + " takes, times as long:"));
    }
    return Judgement.all(parts).refusing("R7: nothing is said of sizes outside 10,000 to 100,000.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    LineChart chart =
        LineChart.of(
            "Time per operation by size, in half octaves",
            "entries",
            "ns per operation, this host");
    for (String quantity : QUANTITIES) {
      chart = chart.line(quantity + ", as published", line(evidence, quantity, LARGE_POOL));
      chart = chart.line(quantity + ", @default", line(evidence, quantity, "@default"));
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable caches = DataTable.of("The caches of this host", "cache", "KiB");
    for (String cache : evidence.variants(CacheSizes.QUANTITY)) {
      caches = caches.row(cache, text("%,.0f", evidence.value(CacheSizes.QUANTITY, cache) / 1024));
    }
    DataTable table =
        DataTable.of(
            "What grows with the entries, as published",
            "entries",
            "nodes an entry, each made by one insert",
            "nodes on the path of a look-up",
            "KiB of the structure");
    for (int n : AT) {
      table =
          table.row(
              text("%,d", n),
              text("%.3f", value(evidence, "internalNodes", UNPOOLED, n) / n),
              text("%.2f", value(evidence, "meanLeafLevel", UNPOOLED, n)),
              text("%,.0f", value(evidence, "bytesPerEntry", UNPOOLED, n) * n / 1024));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the size alone. An insert makes fewer nodes the more"
                + " keys there are, and a path has always as many; so by what is done, neither would"
                + " slow down. What grows is the memory that both pass, beside the caches of this host"
                + " that do not. Misses are not counted here (R3)."),
        table,
        caches);
  }

  private static Map<Double, Double> line(Evidence evidence, String quantity, String phrase) {
    Map<Double, Double> line = new TreeMap<>();
    for (int n : AT) {
      line.put((double) n, evidence.logs(quantity, variant(phrase, n)).interval().value());
    }
    return line;
  }
}
