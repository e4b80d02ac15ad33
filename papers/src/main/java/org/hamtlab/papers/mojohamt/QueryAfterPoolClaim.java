package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim E11: queries do not feel that the pool was exhausted while building.
 *
 * <p><b>Source.</b> Seed 004, "Before vs After Pool Size Fix": 307 and 298 ns at 100K.
 */
public final class QueryAfterPoolClaim extends MojoClaim {
  static final double MARGIN = 1.2;
  private static final int KEYS = 100_000;

  /** Creates the claim. */
  public QueryAfterPoolClaim() {
    super(
        new Terms(
            "E11",
            Kind.MEASURED,
            "queries do not feel pool exhaustion: the nodes of a map of 100,000 entries may be"
                + " scattered by malloc or stand in a pool",
            "seed 004, Before vs After Pool Size Fix",
            "time of get-hit after building with an exhausted pool by time after a sized one:"
                + " SUPPORTED if the interval lies between 1/1.2 and 1.2, REFUTED if outside",
            "0.833 to 1.2"));
  }

  @Override
  public String evidenceId() {
    return PoolTreatments.MEASURED_BY;
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    return Judgement.within(
        PoolTreatments.gain(times, "get-hit", KEYS, PoolTreatments.EXHAUSTED),
        1 / MARGIN,
        MARGIN,
        "time ratio of hits");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    return List.of(PoolTreatments.chart(evidence, "get-hit", 1));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the size of the pool alone. A look-up passes the same"
                + " nodes; counted is how much memory they stand in. malloc puts a word of its own"
                + " before each block and rounds blocks up to sixteen bytes, so that fewer of them"
                + " share a line, and the paths cover more lines and pages."),
        PoolTreatments.places(evidence).getFirst(),
        PoolTreatments.places(evidence).getLast());
  }
}
