package org.hamtlab.papers.pypersistent;

import java.util.Arrays;
import java.util.List;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A7: merging became slower with the arena because it goes element by element. It went so
 * before, too; so what is measured is whether a map that was cloned out of an arena merges slower.
 *
 * <p><b>Source.</b> Seed 000, "Unexpected Regressions".
 */
public final class MergeRegressionClaim implements Claim {
  private static final double REGRESSION = 1.13;

  /** Creates the claim. */
  public MergeRegressionClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A7",
        Kind.MEASURED,
        "With the arena, merge regresses by 13 % because it is still one by one.",
        "seed 000, Unexpected Regressions",
        "SUPPORTED if merging element by element into a map cloned out of an arena takes at least"
            + " 1.13 of merging into one built one by one, over overlaps of 0, 50 and 100 %;"
            + " REFUTED if all of the interval is below",
        "ratio 1.13");
  }

  @Override
  public void measure(Recorder recorder) {
    Copying.record(recorder);
    MergeCounts.record(recorder);
  }

  @Override
  public int replicates() {
    return Merges.REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    Merges.observe(replicate, recorder);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    return Judgement.atLeast(
            mean(evidence, Merges.AFTER_CLONE, Merges.ELEMENT_WISE).interval(),
            REGRESSION,
            "merging into a cloned map over merging into one built one by one")
        .noting(
            "element by element takes "
                + mean(evidence, Merges.ELEMENT_WISE, Merges.STRUCTURAL).interval().text()
                + " of a structural merge")
        .refusing(
            "R3: what did not change is no cause: merging went element by element before the arena"
                + " too.");
  }

  private static Logs mean(Evidence evidence, String one, String other) {
    return Logs.mean(
        Arrays.stream(Merges.OVERLAPS)
            .mapToObj(Merges::quantity)
            .map(quantity -> evidence.logs(quantity, one).over(evidence.logs(quantity, other)))
            .toList());
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the left map alone is changed, built one by one or"
                + " cloned out of an arena, and what an insertion writes in it is counted. The form"
                + " is canonical, so both maps are the same to the last node; merging has nothing"
                + " from which it could become slower."),
        Copying.table(evidence));
  }
}
