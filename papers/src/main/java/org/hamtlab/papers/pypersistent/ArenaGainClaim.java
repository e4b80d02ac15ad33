package org.hamtlab.papers.pypersistent;

import java.util.List;
import java.util.Map;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A3: an arena saves more than the clone out of it costs.
 *
 * <p><b>Source.</b> Seed 000, "Where Did the Speedup Come From?".
 */
public final class ArenaGainClaim implements Claim {
  private static final double GAIN = 0.98;
  private static final double MILLIS = 1e-6;

  /** Creates the claim. */
  public ArenaGainClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A3",
        Kind.MEASURED,
        "The arena saves 350 ms, the clone costs 150 ms, which leaves a gain.",
        "seed 000, Where Did the Speedup Come From?",
        "SUPPORTED if building bottom-up in an arena and cloning takes at most 0.98 of building"
            + " bottom-up by malloc, REFUTED if all of the interval is above",
        "ratio 0.98 (claimed 2.74 s / 3.09 s = 0.887)");
  }

  @Override
  public String evidenceId() {
    return "A1";
  }

  @Override
  public Judgement judge(Evidence evidence) {
    var malloc = BuildTimes.logs(evidence, BuildTimes.BOTTOM_UP);
    var arena = BuildTimes.logs(evidence, BuildTimes.IN_ARENA);
    Interval total = BuildTimes.arenaAndClone(evidence).over(malloc).interval();
    Interval kept = arena.over(malloc).interval();
    return Judgement.atMost(total, GAIN, "arena and clone over malloc")
        .noting("a map that keeps the arena takes " + kept.text() + " of malloc")
        .noting(
            "malloc "
                + millis(evidence.values(quantity(), BuildTimes.BOTTOM_UP))
                + " ms, arena "
                + millis(evidence.values(quantity(), BuildTimes.IN_ARENA))
                + " ms, clone "
                + millis(BuildTimes.clone(evidence))
                + " ms");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    Interval clone =
        evidence
            .logs(quantity(), BuildTimes.CLONED)
            .over(evidence.logs(quantity(), BuildTimes.ADOPTED))
            .interval();
    return List.of(
        new Prose(
            "The experiment that isolates it: the clone alone, left out and made, of a map that was"
                + " built one by one in an arena. With it the build takes "
                + clone.text()
                + " times as long: it asks for every node again, one by one, of the allocator that"
                + " the arena was to spare. What the arena spares, the clone spends."),
        BuildCounts.table(
            evidence,
            BuildCounts.MALLOC,
            BuildCounts.ARENA,
            BuildCounts.ADOPTED,
            BuildCounts.CLONED));
  }

  private static String quantity() {
    return BuildTimes.quantity(BuildTimes.LARGEST);
  }

  private static String millis(Map<Integer, Double> nanos) {
    return Interval.digits(
        MILLIS * nanos.values().stream().mapToDouble(v -> v).average().orElse(Double.NaN));
  }
}
