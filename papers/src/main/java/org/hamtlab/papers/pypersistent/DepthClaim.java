package org.hamtlab.papers.pypersistent;

import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;

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
}
