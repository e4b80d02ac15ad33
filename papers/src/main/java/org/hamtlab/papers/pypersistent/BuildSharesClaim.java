package org.hamtlab.papers.pypersistent;

import java.util.List;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;

/**
 * Claim A4: what shares of a build are hashing and malloc. A share is what goes when its cause
 * does: one less the time without it over the time with it.
 *
 * <p><b>Source.</b> Seed 000, "Why Not Even Faster?".
 */
public final class BuildSharesClaim implements Claim {
  private static final double LEAST_HASHING = 0.21;
  private static final double MOST_HASHING = 0.35;
  private static final double LEAST_MALLOC = 0.09;
  private static final double MOST_MALLOC = 0.15;

  /** Creates the claim. */
  public BuildSharesClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A4",
        Kind.MEASURED,
        "Hashing is 28 % of the build, malloc 12 %.",
        "seed 000, Why Not Even Faster?",
        "SUPPORTED if cached hashes leave 0.65 to 0.79 of the time and an arena in place of malloc"
            + " 0.85 to 0.91; REFUTED if one interval lies outside",
        "shares within a quarter of 28 % and of 12 %");
  }

  @Override
  public String evidenceId() {
    return "A1";
  }

  @Override
  public Judgement judge(Evidence evidence) {
    var malloc = BuildTimes.logs(evidence, BuildTimes.BOTTOM_UP);
    Interval cached = malloc.over(BuildTimes.logs(evidence, BuildTimes.UNCACHED)).interval();
    Interval arena = BuildTimes.logs(evidence, BuildTimes.IN_ARENA).over(malloc).interval();
    return Judgement.all(
            List.of(
                Judgement.within(
                    cached, 1 - MOST_HASHING, 1 - LEAST_HASHING, "time left by cached hashes"),
                Judgement.within(
                    arena, 1 - MOST_MALLOC, 1 - LEAST_MALLOC, "time left by an arena")))
        .refusing(
            "R4: the five published shares add up to the whole of 2.9 s without malloc, whose 12 %"
                + " is therefore counted twice.")
        .refusing("R6: shares of a build in Python are not shares of one in Java.");
  }
}
