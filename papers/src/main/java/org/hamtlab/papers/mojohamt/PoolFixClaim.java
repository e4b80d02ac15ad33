package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim E3: the pool fix gains 62 % at 10K and 124 % at 100K, and leaves queries unchanged.
 *
 * <p><b>Source.</b> Seed 004, "Before vs After Pool Size Fix".
 */
public final class PoolFixClaim extends MojoClaim {
  private static final double AT_10K = 1.62;
  private static final double AT_100K = 2.24;

  /** Creates the claim. */
  public PoolFixClaim() {
    super(
        new Terms(
            "E3",
            Kind.MEASURED,
            "the pool fix speeds inserts up by 62 % at 10,000 and by 124 % at 100,000 entries, and"
                + " leaves queries unchanged",
            "seed 004, Before vs After Pool Size Fix",
            "speed-up of inserts: at least 1.62 and 2.24; time of queries at 10,000 by that after"
                + " the fix: between 1/1.2 and 1.2. SUPPORTED if all intervals lie there, REFUTED"
                + " if one lies outside; queries at 100,000 are claim E11",
            "1.62, 2.24, 0.833 to 1.2"));
  }

  @Override
  public String evidenceId() {
    return PoolTreatments.MEASURED_BY;
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    String from = PoolTreatments.EXHAUSTED;
    List<Judgement> parts = new ArrayList<>();
    parts.add(
        Judgement.atLeast(
            PoolTreatments.gain(times, "put", 10_000, from), AT_10K, "inserts at 10,000:"));
    parts.add(
        Judgement.atLeast(
            PoolTreatments.gain(times, "put", 100_000, from), AT_100K, "at 100,000:"));
    parts.add(
        Judgement.within(
            PoolTreatments.gain(times, "get-hit", 10_000, from),
            1 / QueryAfterPoolClaim.MARGIN,
            QueryAfterPoolClaim.MARGIN,
            "queries at 10,000:"));
    return Judgement.all(parts).refusing(PoolTreatments.REFUSAL);
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    return List.of(
        PoolTreatments.chart(evidence, "put", AT_100K),
        PoolTreatments.chart(evidence, "get-hit", 1));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the size of the pool alone, with what an insert asks"
                + " for and what a look-up passes counted. Of inserts only the calls of malloc"
                + " change; of look-ups only where the nodes stand, which is the more scattered the"
                + " more of them malloc granted."),
        PoolTreatments.requests(evidence),
        PoolTreatments.places(evidence).getFirst(),
        PoolTreatments.places(evidence).getLast());
  }
}
