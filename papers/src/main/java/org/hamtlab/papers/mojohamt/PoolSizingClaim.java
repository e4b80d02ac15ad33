package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim C3: sizing the pool halves the time of inserts at 100,000 entries.
 *
 * <p><b>Source.</b> Seed 002, "The Fix"; seed 001, "Phase-by-Phase Improvements".
 */
public final class PoolSizingClaim extends MojoClaim {
  private static final double PUBLISHED = 898.0 / 445;
  private static final int KEYS = 100_000;
  private static final int REPLICATES = 3;

  /** Creates the claim. */
  public PoolSizingClaim() {
    super(
        new Terms(
            "C3",
            Kind.MEASURED,
            "sizing the pool halves the time of inserts at 100,000 entries (898 to 445 ns)",
            "seed 002, The Fix",
            "time of inserting with the exhausted pool by time with the sized one, every fallback a"
                + " call of malloc: SUPPORTED if the interval is at least 898/445, REFUTED if below",
            text("%.2f times", PUBLISHED)));
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of(PoolTreatments.SWEEP);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    return Judgement.atLeast(
            PoolTreatments.gain(times, "put", KEYS, PoolTreatments.EXHAUSTED),
            PUBLISHED,
            "speed-up of inserts")
        .refusing(PoolTreatments.REFUSAL);
  }

  @Override
  public void measure(Recorder recorder) {
    PoolTreatments.count(recorder);
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    PoolTreatments.observe(replicate, recorder);
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    return List.of(
        PoolTreatments.chart(evidence, "put", PUBLISHED), PoolTreatments.perBlock(evidence));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the size of the pool alone. The trie is the same and so"
                + " are its requests; what changes is which of them become calls of malloc."),
        PoolTreatments.requests(evidence));
  }
}
