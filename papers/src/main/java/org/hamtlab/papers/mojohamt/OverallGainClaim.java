package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim C4: from the baseline, inserts gained 511 %, queries 413 %, "6x faster".
 *
 * <p><b>Source.</b> Seed 002, "Phase-by-Phase Improvements".
 */
public final class OverallGainClaim extends MojoClaim {
  private static final String PUBLISHED = "published";

  /** Creates the claim. */
  public OverallGainClaim() {
    super(
        new Terms(
            "C4",
            Kind.ARITHMETIC,
            "from 1,284 to 210 ns an insert and from 703 to 137 ns a query is +511 %, +413 % and"
                + " 6× faster",
            "seed 002, Phase-by-Phase Improvements",
            "SUPPORTED if both percentages follow from the times to one point and both ratios round"
                + " to 6, else REFUTED",
            "+511 %, +413 %, 6 times for inserts and queries"));
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add(PUBLISHED, "insert before", 1_284, "ns");
    recorder.add(PUBLISHED, "insert after", 210, "ns");
    recorder.add(PUBLISHED, "query before", 703, "ns");
    recorder.add(PUBLISHED, "query after", 137, "ns");
    recorder.add(PUBLISHED, "insert gain", 511, "%");
    recorder.add(PUBLISHED, "query gain", 413, "%");
    recorder.add(PUBLISHED, "times", 6, "ratio");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double insert = ratio(evidence, "insert");
    double query = ratio(evidence, "query");
    double times = evidence.value(PUBLISHED, "times");
    boolean followsGain =
        Math.abs(100 * (insert - 1) - evidence.value(PUBLISHED, "insert gain")) <= 1
            && Math.abs(100 * (query - 1) - evidence.value(PUBLISHED, "query gain")) <= 1;
    boolean followsTimes = Math.round(insert) == times && Math.round(query) == times;
    return Judgement.arithmetic(
            followsGain && followsTimes,
            text(
                "ratios %.2f for inserts (%+.0f %%) and %.2f for queries (%+.0f %%), geometric mean"
                    + " %.2f; the percentages follow, 6 is the ratio of inserts alone",
                insert, 100 * (insert - 1), query, 100 * (query - 1), Math.sqrt(insert * query)))
        .refusing("R10: percentages of throughput are not added or averaged; ratios are shown.");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "The published times, divided", "operation", "before", "after", "ratio", "gain, %");
    for (String operation : List.of("insert", "query")) {
      double ratio = ratio(evidence, operation);
      table =
          table.row(
              operation,
              text("%.0f", evidence.value(PUBLISHED, operation + " before")),
              text("%.0f", evidence.value(PUBLISHED, operation + " after")),
              text("%.2f", ratio),
              text("%+.0f", 100 * (ratio - 1)));
    }
    return List.of(
        new Prose("Where 6 comes from: it is one of two ratios, rounded, said of both."), table);
  }

  private static double ratio(Evidence evidence, String operation) {
    return evidence.value(PUBLISHED, operation + " before")
        / evidence.value(PUBLISHED, operation + " after");
  }
}
