package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim B11: path compression gains 50 to 100 %.
 *
 * <p><b>Source.</b> Seed 001, "Remaining Optimization Opportunities" and "Path to Goal".
 */
public final class PathCompressionClaim extends MojoClaim {
  private static final double GAIN = 1.5;
  private static final String BASE = "@mojo-hamt allocator=pool{slots=16777216,parent=gc}";
  private static final String LAZY = BASE + " compression=lazy-expansion";
  private static final String PATH = BASE + " compression=path";
  private static final int JUDGED = 100_000;
  private static final int[] AT = {1_000, 10_000, 100_000, 300_000};
  private static final List<String> OPERATIONS = List.of("get-hit", "get-miss", "put");

  /** Creates the claim. */
  public PathCompressionClaim() {
    super(
        new Terms(
            "B11",
            Kind.MEASURED,
            "path compression, which collapses single-child chains, gains 50 to 100 %; queries of"
                + " 305 ns come to about 150",
            "seed 001, Remaining Optimization Opportunities",
            "speed-up of get-hit at 100,000 keys by collapsing all single-child chains, those above"
                + " leaves included (compression=path over none): SUPPORTED if the interval is at"
                + " least 1.5, REFUTED if below; more than the claim is told, not held against it",
            "1.5 times"));
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of("b11.sweep");
  }

  @Override
  public void measure(Recorder recorder) {
    for (String phrase : List.of(SMALL_POOL, EXPANDING, SMALL_POOL + " compression=path")) {
      Counting.record(
          recorder,
          phrase,
          keys(JUDGED),
          "internalNodes",
          "singleChildNodes",
          "compressedNodes",
          "meanLeafLevel",
          "bytesPerEntry");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    Interval beyond = gain(times, "get-hit", JUDGED, LAZY, PATH);
    return Judgement.atLeast(gain(times, "get-hit", JUDGED, BASE, PATH), GAIN, "speed-up of hits")
        .noting("of path compression beyond lazy expansion " + beyond.text())
        .refusing(
            "R2: collapsing all chains changes two rules; the gain is not called path"
                + " compression's, since lazy expansion alone brings it.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    Times times = evidence.times();
    IntervalChart first =
        IntervalChart.ofRatios(
                "Lazy expansion: speed-up over leaves at the last level",
                "times as fast, 95 % interval")
            .mark(GAIN, "claimed");
    IntervalChart second =
        IntervalChart.ofRatios(
            "Path compression beyond lazy expansion: speed-up over lazy expansion alone",
            "times as fast, 95 % interval");
    for (String operation : OPERATIONS) {
      for (int n : AT) {
        String label = text("%s, %,d keys", operation, n);
        first = first.row(label, gain(times, operation, n, BASE, LAZY));
        second = second.row(label, gain(times, operation, n, LAZY, PATH));
      }
    }
    return List.of(
        new Prose(
            "The two rules apart: with lazy expansion hardly a single-child chain is left for path"
                + " compression to collapse."),
        first,
        second);
  }

  private static Interval gain(Times times, String operation, int n, String from, String to) {
    return ratio(times, times.of(operation, keys(n), from), times.of(operation, keys(n), to));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            text("%,d keys, one rule changed, counted", JUDGED),
            "rule",
            "nodes",
            "with a single child",
            "that skip levels",
            "level of leaves",
            "bytes an entry");
    List<String> phrases = List.of(SMALL_POOL, EXPANDING, SMALL_POOL + " compression=path");
    List<String> names =
        List.of("leaves at the last level", "lazy expansion", "lazy expansion and paths");
    for (int i = 0; i < phrases.size(); i++) {
      String phrase = phrases.get(i);
      table =
          table.row(
              names.get(i),
              text("%,d", count(evidence, "internalNodes", phrase, JUDGED)),
              text("%,d", count(evidence, "singleChildNodes", phrase, JUDGED)),
              text("%,d", count(evidence, "compressedNodes", phrase, JUDGED)),
              text("%.2f", value(evidence, "meanLeafLevel", phrase, JUDGED)),
              text("%.1f", value(evidence, "bytesPerEntry", phrase, JUDGED)));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: one rule changed at a time, and the nodes counted that"
                + " a look-up passes. Lazy expansion removes the chains above leaves, which are"
                + " nearly all of them; what path compression can collapse beyond it is what the"
                + " last row lacks of the one above."),
        table);
  }
}
