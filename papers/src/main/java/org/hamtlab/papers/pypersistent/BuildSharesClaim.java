package org.hamtlab.papers.pypersistent;

import static org.hamtlab.papers.evidence.Interval.digits;

import java.util.List;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Calls;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

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
  private static final int REPLICATES = 14;
  private static final int COUNTED = 100_000;
  private static final String HASHES = "hash codes computed";
  private static final String COMPARISONS = "comparisons";

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
  public void measure(Recorder recorder) {
    BuildCounts.record(recorder, BuildCounts.MALLOC);
    Calls calls = ofBuilding();
    recorder.add(HASHES, "bottom-up", calls.hashes(), "count");
    recorder.add(COMPARISONS, "bottom-up", calls.comparisons(), "count");
  }

  /** What a build bottom-up asks of its keys. */
  private static Calls ofBuilding() {
    Calls.Counter counter = new Calls.Counter();
    Calls.Key[] keys = new Calls.Key[COUNTED];
    for (int index = 0; index < COUNTED; index++) {
      keys[index] = new Calls.Key(counter, index, index);
    }
    PersistentHamt.copyOf(Copying.PHRASE + "bottom-up", keys, keys);
    return counter.now();
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    BuildTimes.observeShares(replicate, recorder);
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

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    double hashes = evidence.value(HASHES, "bottom-up") / COUNTED;
    double requests =
        evidence.value("allocations", BuildCounts.MALLOC)
            / evidence.value("entries", BuildCounts.MALLOC);
    return List.of(
        new Prose(
            "The experiment that isolates it: each part taken away alone, all else equal, as the"
                + " intervals above show; and how often each is done, counted. A hash code is"
                + " computed so many times an entry, of some ten characters; memory is asked for only"
                + " for nodes, since entries here stand in tables, where the write-up's are made one"
                + " by one."),
        DataTable.of("Done once for each entry of a build bottom-up", "what", "times an entry")
            .row("hash code computed, where it is not cached", digits(hashes))
            .row("keys compared", digits(evidence.value(COMPARISONS, "bottom-up") / COUNTED))
            .row("malloc called", digits(requests))
            .row(
                "malloc called in the write-up: entry, node and buffer", digits(1 + 2 * requests)));
  }
}
