package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.CacheSizes;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;

/**
 * Claim C7: throughput falls from 10K to 100K entries.
 *
 * <p><b>Source.</b> Seed 002, "Benchmark Results (After Pool Fix)".
 */
public final class ThroughputClaim extends MojoClaim {

  /** The same trie without the pool's reserve, whose size does not depend on the entries. */
  private static final String UNPOOLED = "@mojo-hamt allocator=gc";

  private static final double SLOWER = 1.1;
  private static final int[] AT = {10_000, 14_142, 20_000, 28_284, 40_000, 56_569, 80_000, 100_000};
  private static final List<String> OPERATIONS = List.of("put", "get-hit");

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

  @Override
  public Optional<String> sweep() {
    return Optional.of("c7.sweep");
  }

  @Override
  public void measure(Recorder recorder) {
    CacheSizes.record(recorder);
    for (int n : AT) {
      Counting.record(recorder, UNPOOLED, keys(n), "bytesPerEntry");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    List<Judgement> parts = new ArrayList<>();
    for (String operation : OPERATIONS) {
      parts.add(
          Judgement.atLeast(
              times
                  .of(operation, keys(100_000), LARGE_POOL)
                  .over(times.of(operation, keys(10_000), LARGE_POOL))
                  .interval(),
              SLOWER,
              operation + " takes, times as long:"));
    }
    return Judgement.all(parts).refusing("R7: nothing is said of sizes outside 10,000 to 100,000.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    Times times = evidence.times();
    LineChart chart =
        LineChart.of(
            "Time per operation by size, in half octaves",
            "entries",
            "ns per operation, this host");
    for (String operation : OPERATIONS) {
      chart = chart.line(operation + ", as published", line(times, operation, LARGE_POOL));
      chart = chart.line(operation + ", @default", line(times, operation, "@default"));
    }
    DataTable table = DataTable.of("The structure's size beside the caches", "what", "KiB");
    for (String cache : evidence.variants(CacheSizes.QUANTITY)) {
      table = table.row(cache, text("%,.0f", evidence.value(CacheSizes.QUANTITY, cache) / 1024));
    }
    for (int n : AT) {
      double bytes = value(evidence, "bytesPerEntry", UNPOOLED, n) * n;
      table = table.row(text("%,d entries as published", n), text("%,.0f", bytes / 1024));
    }
    return List.of(chart, table);
  }

  private static Map<Double, Double> line(Times times, String operation, String phrase) {
    Map<Double, Double> line = new TreeMap<>();
    for (int n : AT) {
      line.put((double) n, times.of(operation, keys(n), phrase).interval().value());
    }
    return line;
  }
}
