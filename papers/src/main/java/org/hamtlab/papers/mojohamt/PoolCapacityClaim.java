package org.hamtlab.papers.mojohamt;

import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Claim C2: how many entries a pool of 4,194,304 slots supports.
 *
 * <p><b>Source.</b> Seed 002, "Memory Cost".
 */
public final class PoolCapacityClaim extends MojoClaim {
  private static final int CLAIMED = 130_000;
  private static final double ABOUT = 1.25;
  private static final int TRIED = 180_000;

  /** Creates the claim. */
  public PoolCapacityClaim() {
    super(
        new Terms(
            "C2",
            Kind.EXACT,
            "a pool of 4,194,304 slots supports about 130,000 entries",
            "seed 002, Memory Cost",
            "the first number of sequential keys with a fallback: SUPPORTED if above 130,000 and at"
                + " most a quarter more, else REFUTED",
            "130,001 to 162,500 entries"));
  }

  @Override
  public void measure(Recorder recorder) {
    Counting.record(recorder, LARGE_POOL, keys(TRIED), "firstFallbackAt");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long first = count(evidence, "firstFallbackAt", LARGE_POOL, TRIED);
    return Judgement.exact(
        first > CLAIMED && first <= CLAIMED * ABOUT,
        text(
            "the first fallback comes with entry %,d, %+.1f %% from 130,000",
            first, 100.0 * first / CLAIMED - 100));
  }
}
