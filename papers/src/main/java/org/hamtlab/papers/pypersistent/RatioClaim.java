package org.hamtlab.papers.pypersistent;

import static org.hamtlab.papers.evidence.Interval.digits;

import java.util.List;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A10: what a ratio to {@code dict} improved by, computed from the published table.
 *
 * <p><b>Source.</b> Seed 000, "Key Results (1M elements)".
 */
public final class RatioClaim implements Claim {
  private static final double CLAIMED = 37;
  private static final double TOLERANCE = 0.05;
  private static final double MILLIS = 1000;
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String RATIO = "ratio to dict";
  private static final String SECONDS = "from_dict";

  /** Creates the claim. */
  public RatioClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A10",
        Kind.ARITHMETIC,
        "From 242 times slower than dict to 205 times is a 37x improvement.",
        "seed 000, Key Results (1M elements)",
        "SUPPORTED if the published ratios divide to 37 within 5 %, else REFUTED",
        "37");
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add(RATIO, BEFORE, 242, "times");
    recorder.add(RATIO, AFTER, 205, "times");
    recorder.add(SECONDS, BEFORE, 2.94, "s");
    recorder.add(SECONDS, AFTER, 2.74, "s");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double before = evidence.value(RATIO, BEFORE);
    double after = evidence.value(RATIO, AFTER);
    double dictBefore = MILLIS * evidence.value(SECONDS, BEFORE) / before;
    double dictAfter = MILLIS * evidence.value(SECONDS, AFTER) / after;
    double times = before / after;
    return Judgement.arithmetic(
            Math.abs(times / CLAIMED - 1) <= TOLERANCE,
            digits(times)
                + " times; "
                + digits(before - after)
                + " is the difference of the ratios. Time itself fell "
                + digits(evidence.value(SECONDS, BEFORE) / evidence.value(SECONDS, AFTER))
                + " times: the rest is the dict, which took "
                + digits(dictBefore)
                + " ms in one column and "
                + digits(dictAfter)
                + " ms in the other")
        .refusing("R10: ratios are not subtracted.");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "What the published table divides", "column", "from_dict, s", "ratio", "dict, ms");
    for (String column : List.of(BEFORE, AFTER)) {
      double seconds = evidence.value(SECONDS, column);
      double ratio = evidence.value(RATIO, column);
      table = table.row(column, digits(seconds), digits(ratio), digits(MILLIS * seconds / ratio));
    }
    double seconds = evidence.value(SECONDS, BEFORE) / evidence.value(SECONDS, AFTER);
    double ratios = evidence.value(RATIO, BEFORE) / evidence.value(RATIO, AFTER);
    return List.of(
        new Prose(
            "Where 37 comes from: it is the difference of two ratios. Their quotient parts into what"
                + " building gained and what the yardstick lost."),
        table,
        DataTable.of("Before over after", "factor", "times")
            .row("building", digits(seconds))
            .row("the dict beside it, slower in the second column", digits(ratios / seconds))
            .row("ratio to dict", digits(ratios)));
  }
}
