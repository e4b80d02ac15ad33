package org.hamtlab.papers.mojohamt;

import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Claim B15: the telemetry of a pool of 4,194,304 slots.
 *
 * <p><b>Source.</b> Seed 001, "Memory Pool Status".
 */
public final class SizedPoolClaim extends MojoClaim {
  private static final int KEYS = 100_000;
  private static final Found PUBLISHED = new Found(0, 699_131, 2_965_784, "70.7 %");

  /** The published numbers. */
  record Found(long fallbacks, long allocations, long slots, String utilisation) {
    @Override
    public String toString() {
      return fallbacks
          + " fallbacks, "
          + allocations
          + " allocations, "
          + slots
          + " slots, "
          + utilisation;
    }
  }

  /** Creates the claim. */
  public SizedPoolClaim() {
    super(
        new Terms(
            "B15",
            Kind.EXACT,
            "a pool of 4,194,304 slots serves 100,000 keys with " + PUBLISHED,
            "seed 001, Memory Pool Status",
            "SUPPORTED if every number is met to the last digit, else REFUTED",
            PUBLISHED.toString()));
  }

  @Override
  public void measure(Recorder recorder) {
    Counting.record(
        recorder,
        LARGE_POOL,
        keys(KEYS),
        "fallbacks",
        "allocations",
        "slotsRequested",
        "utilisation");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Found found =
        new Found(
            count(evidence, "fallbacks", LARGE_POOL, KEYS),
            count(evidence, "allocations", LARGE_POOL, KEYS),
            count(evidence, "slotsRequested", LARGE_POOL, KEYS),
            text("%.1f %%", value(evidence, "utilisation", LARGE_POOL, KEYS)));
    return Judgement.exact(found.equals(PUBLISHED), found.toString());
  }
}
