package org.hamtlab.papers.mojohamt;

import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Claim E9: a pool of 4M slots leaves about 30 % headroom at 100,000 entries.
 *
 * <p><b>Source.</b> Seed 004, "Step 3".
 */
public final class HeadroomClaim extends MojoClaim {
  private static final int KEYS = 100_000;
  private static final double POINTS = 1;

  /** Creates the claim. */
  public HeadroomClaim() {
    super(
        new Terms(
            "E9",
            Kind.ARITHMETIC,
            "a pool of 4M slots leaves about 30 % headroom at 100,000 entries",
            "seed 004, Step 3",
            "free share of the pool: SUPPORTED if it is 30 % to one point, else REFUTED",
            "30 % ± 1 point"));
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add("published", "slots of the pool", 4_194_304, "slots");
    recorder.add("published", "headroom", 30, "%");
    Counting.record(recorder, LARGE_POOL, keys(KEYS), "slotsRequested");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double pool = evidence.value("published", "slots of the pool");
    double used = value(evidence, "slotsRequested", LARGE_POOL, KEYS);
    double free = 100 * (1 - used / pool);
    return Judgement.arithmetic(
        Math.abs(free - evidence.value("published", "headroom")) <= POINTS,
        text(
            "%.1f %% of the pool is free; as headroom over what is needed that is %.1f %%",
            free, 100 * (pool / used - 1)));
  }
}
