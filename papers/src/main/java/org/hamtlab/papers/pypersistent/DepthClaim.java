package org.hamtlab.papers.pypersistent;

import java.util.List;
import java.util.Locale;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A11: cloning a trie out of an arena makes it deeper.
 *
 * <p><b>Source.</b> Seed 000, "Unexpected Regressions".
 */
public final class DepthClaim implements Claim {

  /** Creates the claim. */
  public DepthClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A11",
        Kind.EXACT,
        "The clone out of the arena makes slightly deeper trees.",
        "seed 000, Unexpected Regressions",
        "SUPPORTED if the mean level of leaves or the depth is greater after the clone than before"
            + " it, else REFUTED",
        "the mean level and the depth of the trie in the arena");
  }

  @Override
  public void measure(Recorder recorder) {
    BuildCounts.record(recorder, BuildCounts.ADOPTED, BuildCounts.CLONED, BuildCounts.ONE_BY_ONE);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    boolean isDeeper =
        level(evidence, BuildCounts.CLONED) > level(evidence, BuildCounts.ADOPTED)
            || depth(evidence, BuildCounts.CLONED) > depth(evidence, BuildCounts.ADOPTED);
    return Judgement.exact(
            isDeeper,
            "in the arena "
                + text(evidence, BuildCounts.ADOPTED)
                + ", cloned "
                + text(evidence, BuildCounts.CLONED)
                + ", built without an arena "
                + text(evidence, BuildCounts.ONE_BY_ONE))
        .refusing(
            "R3: slower iteration is not owed to deeper trees, since no counter of the shape moved:"
                + " the form is canonical.");
  }

  private static double level(Evidence evidence, String way) {
    return evidence.value("meanLeafLevel", way);
  }

  private static long depth(Evidence evidence, String way) {
    return evidence.count("maxDepth", way);
  }

  private static String text(Evidence evidence, String way) {
    return "mean level "
        + Interval.digits(level(evidence, way))
        + ", depth "
        + depth(evidence, way);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of("Shape by way to build", "way", "branches", "mean level of leaves", "depth");
    for (String way : List.of(BuildCounts.ONE_BY_ONE, BuildCounts.ADOPTED, BuildCounts.CLONED)) {
      table =
          table.row(
              way,
              String.format(Locale.ROOT, "%,d", evidence.count("internalNodes", way)),
              String.format(Locale.ROOT, "%.6f", level(evidence, way)),
              Long.toString(depth(evidence, way)));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the same keys built without an arena, in one that is"
                + " kept, and in one that is cloned. The shape follows from the hashes alone, so"
                + " whatever became slower by the clone, it is not the depth."),
        table);
  }
}
