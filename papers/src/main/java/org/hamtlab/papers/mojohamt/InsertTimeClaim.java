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
 * Claim B8: inserting 100,000 entries takes 147 ns each, 2.6 times libhamt's.
 *
 * <p><b>Source.</b> Seed 001, "Current vs libhamt", against its own table of results.
 */
public final class InsertTimeClaim extends MojoClaim {
  private static final String PUBLISHED = "published";
  private static final double SHARE = 0.1;

  /** Creates the claim. */
  public InsertTimeClaim() {
    super(
        new Terms(
            "B8",
            Kind.ARITHMETIC,
            "inserting 100,000 entries takes 147 ns each, 2.6 times libhamt's 56 ns",
            "seed 001, Current vs libhamt",
            "against the two rows of insert 100K in the same file's table of results: SUPPORTED if"
                + " one of them is 147 ns within 10 %, else REFUTED",
            "147 ns ± 10 %"));
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add(PUBLISHED, "claimed insert", 147, "ns");
    recorder.add(PUBLISHED, "libhamt insert", 56, "ns");
    recorder.add(PUBLISHED, "table: insert 100K sequential", 399, "ns");
    recorder.add(PUBLISHED, "table: insert 100K shuffled", 406, "ns");
    recorder.add(PUBLISHED, "table: query 10K shuffled", 147, "ns");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double claimed = published(evidence, "claimed insert");
    double sequential = published(evidence, "table: insert 100K sequential");
    double shuffled = published(evidence, "table: insert 100K shuffled");
    double libhamt = published(evidence, "libhamt insert");
    boolean isThere =
        Math.abs(sequential / claimed - 1) <= SHARE || Math.abs(shuffled / claimed - 1) <= SHARE;
    return Judgement.arithmetic(
        isThere,
        text(
            "the same file's table says %.0f and %.0f ns, %.1f and %.1f times libhamt's; 147 ns is"
                + " its row of queries at 10K, shuffled",
            sequential, shuffled, sequential / libhamt, shuffled / libhamt));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    double libhamt = published(evidence, "libhamt insert");
    DataTable table =
        DataTable.of("Numbers of one file", "where", "ns", "by libhamt's insert of 56 ns");
    for (String row :
        List.of(
            "claimed insert",
            "table: insert 100K sequential",
            "table: insert 100K shuffled",
            "table: query 10K shuffled")) {
      double ns = published(evidence, row);
      table = table.row(row, text("%.0f", ns), text("%.2f", ns / libhamt));
    }
    return List.of(
        new Prose(
            "Where 147 comes from: of the file's own rows only one says so, and it is another"
                + " operation at another size."),
        table);
  }

  private static double published(Evidence evidence, String what) {
    return evidence.value(PUBLISHED, what);
  }
}
