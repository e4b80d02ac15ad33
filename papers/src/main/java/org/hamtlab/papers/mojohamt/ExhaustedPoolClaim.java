package org.hamtlab.papers.mojohamt;

import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Claim C1: the telemetry of the pool of 65,536 slots at 100,000 keys.
 *
 * <p><b>Source.</b> Seed 002, "Root Cause: Pool Exhaustion".
 */
public final class ExhaustedPoolClaim extends MojoClaim {
  private static final int KEYS = 100_000;
  private static final Found PUBLISHED = new Found(4_525, 683_500, 98);

  /** The published numbers. */
  record Found(long utilisation, long fallbacks, long share) {
    @Override
    public String toString() {
      return utilisation + " % utilisation, " + fallbacks + " fallbacks, " + share + " %";
    }
  }

  /** Creates the claim. */
  public ExhaustedPoolClaim() {
    super(
        new Terms(
            "C1",
            Kind.EXACT,
            "a pool of 65,536 slots at 100,000 keys ends with " + PUBLISHED + " of all requests",
            "seed 002, Root Cause: Pool Exhaustion",
            "SUPPORTED if every number is met, percentages rounded as published, else REFUTED",
            PUBLISHED.toString()));
  }

  @Override
  public void measure(Recorder recorder) {
    Counting.record(recorder, SMALL_POOL, keys(KEYS), "utilisation", "fallbacks", "allocations");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long fallbacks = count(evidence, "fallbacks", SMALL_POOL, KEYS);
    long allocations = count(evidence, "allocations", SMALL_POOL, KEYS);
    Found found =
        new Found(
            Math.round(value(evidence, "utilisation", SMALL_POOL, KEYS)),
            fallbacks,
            Math.round(100.0 * fallbacks / allocations));
    return Judgement.exact(found.equals(PUBLISHED), found.toString());
  }
}
