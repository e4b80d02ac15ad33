package org.hamtlab.papers.pypersistent;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A8: a structural merge is 7 to 10 times faster than one element by element.
 *
 * <p><b>Source.</b> Seed 000, "Option B: Continue to Phase 4".
 */
public final class StructuralMergeClaim implements Claim {
  private static final double LEAST = 7;

  /** Creates the claim. */
  public StructuralMergeClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A8",
        Kind.MEASURED,
        "A structural merge will be 7 to 10 times faster.",
        "seed 000, Option B: Continue to Phase 4",
        "SUPPORTED if it is at least 7 times faster than element by element at overlaps of 0, 50"
            + " and 100 %, and answers like HashMap; REFUTED if one interval is all below, or one"
            + " answer is wrong",
        "7 times at every overlap; no wrong entry");
  }

  @Override
  public String evidenceId() {
    return "A7";
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<Judgement> parts = new ArrayList<>();
    double wrong = 0;
    for (int overlap : Merges.OVERLAPS) {
      String quantity = Merges.quantity(overlap);
      parts.add(
          Judgement.atLeast(
              evidence
                  .logs(quantity, Merges.ELEMENT_WISE)
                  .over(evidence.logs(quantity, Merges.STRUCTURAL))
                  .interval(),
              LEAST,
              "times faster at " + overlap + " % overlap"));
      wrong +=
          evidence.values(Merges.WRONG, Merges.STRUCTURAL + overlap).values().stream()
              .mapToDouble(v -> v)
              .sum();
    }
    parts.add(Judgement.exact(wrong == 0, Math.round(wrong) + " entries unlike HashMap's"));
    return Judgement.all(parts)
        .refusing("R7: nothing is said about sizes other than 50,000 and 50,000 entries.");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: where the keys of two maps lie between each other,"
                + " nothing is disjoint but single entries. So a structural merge still writes a node"
                + " wherever both maps have something, and hashes again the entries that it puts"
                + " below each other; it saves the path that each insertion copies anew. With as many"
                + " keys that lie apart below the root there is nothing to do at all. The gain is set"
                + " by the keys, and of keys that are hashed alike it is the ratio of what is"
                + " written and hashed."),
        MergeCounts.table(evidence));
  }
}
