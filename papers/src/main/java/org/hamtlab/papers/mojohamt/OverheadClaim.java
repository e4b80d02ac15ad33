package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim B4: the overhead of 100,000 entries is 687K nodes of 32 bytes, 22 MB.
 *
 * <p><b>Source.</b> Seed 001, "The Problem".
 */
public final class OverheadClaim extends MojoClaim {
  private static final int KEYS = 100_000;
  private static final int NODE_BYTES = 32;
  private static final int SLOT_BYTES = 8;
  private static final double CLAIMED = 22e6;
  private static final double SHARE = 0.1;
  private static final List<String> LAYOUTS =
      List.of(
          SMALL_POOL,
          EXPANDING,
          "@mojo-hamt layout=sealed-class{span=6,hash-bits=60,arrays=exact} allocator=gc",
          "hash=mojo-ahash layout=sealed-class{span=6,hash-bits=60,arrays=exact} allocator=gc"
              + " compression=lazy-expansion",
          "hash=mojo-ahash layout=tagged-int{span=6,hash-bits=60,arrays=doubling}"
              + " allocator=freelist compression=none",
          "hash=mojo-ahash layout=tagged-int{span=6,hash-bits=60} allocator=freelist"
              + " compression=lazy-expansion",
          "@default");

  /** Creates the claim. */
  public OverheadClaim() {
    super(
        new Terms(
            "B4",
            Kind.EXACT,
            "the memory overhead of 100,000 entries is 687K nodes × 32 B ≈ 22 MB",
            "seed 001, The Problem",
            "all bytes of nodes and granted child slots (8 bytes each) over the claimed 22 MB:"
                + " SUPPORTED if within 10 %, else REFUTED",
            "22 MB ± 10 %"));
  }

  @Override
  public void measure(Recorder recorder) {
    Counting.record(
        recorder,
        SMALL_POOL,
        keys(KEYS),
        "internalNodes",
        "childPointers",
        "slotsLive",
        "slotsRequested");
    for (String phrase : LAYOUTS) {
      Counting.record(recorder, phrase, keys(KEYS), "bytesPerEntry");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double nodes = nodeBytes(evidence);
    double all = nodes + slotBytes(evidence, "slotsRequested");
    return Judgement.exact(
        Math.abs(all / CLAIMED - 1) <= SHARE,
        text(
            "%.1f MB of nodes, which the sum counts, and %.1f MB of child slots, which it leaves"
                + " out: %.1f MB, %.2f times the claim",
            nodes / 1e6, (all - nodes) / 1e6, all / 1e6, all / CLAIMED));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    double used = slotBytes(evidence, "childPointers");
    double live = slotBytes(evidence, "slotsLive");
    double all = slotBytes(evidence, "slotsRequested");
    DataTable parts =
        DataTable.of("Where the bytes are, leaves not counted", "part", "MB")
            .row("nodes of 32 bytes", mega(nodeBytes(evidence)))
            .row("child slots in use", mega(used))
            .row("empty child slots", mega(live - used))
            .row("abandoned child slots", mega(all - live));
    IntervalChart chart =
        IntervalChart.ofAmounts(
            "Bytes per entry of the same keys in other layouts of this laboratory, keys and values"
                + " excluded, compressed references and 12-byte headers",
            "bytes per entry");
    List<String> names =
        List.of(
            "as published, in Java",
            "with lazy expansion",
            "exact arrays",
            "exact arrays, lazy expansion",
            "tagged words, as published",
            "tagged words, lazy, exact",
            "@default");
    for (int i = 0; i < LAYOUTS.size(); i++) {
      chart = chart.row(names.get(i), value(evidence, "bytesPerEntry", LAYOUTS.get(i), KEYS));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the bytes part by part. The claimed sum counts nodes"
                + " and no child slots; and beside it what one changed rule, lazy expansion or exact"
                + " arrays, makes of all of them."),
        parts,
        chart);
  }

  private static String mega(double bytes) {
    return text("%.2f", bytes / 1e6);
  }

  private static double nodeBytes(Evidence evidence) {
    return value(evidence, "internalNodes", SMALL_POOL, KEYS) * NODE_BYTES;
  }

  private static double slotBytes(Evidence evidence, String counter) {
    return value(evidence, counter, SMALL_POOL, KEYS) * SLOT_BYTES;
  }
}
