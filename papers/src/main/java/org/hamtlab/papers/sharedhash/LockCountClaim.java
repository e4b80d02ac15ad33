package org.hamtlab.papers.sharedhash;

import java.util.Locale;
import org.hamtlab.experiments.huffman.HuffmanSetups;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Claim D2: the locks that pools take.
 *
 * <p><b>Source.</b> Seed 003, "Lock Acquisition Counts".
 */
public final class LockCountClaim extends SharedHashClaim {
  private static final long SMALL = 2_048;
  private static final long LARGE = 10_240;
  private static final String REDUCTION = "99.8 %";

  /** Creates the claim. */
  public LockCountClaim() {
    super(
        new Terms(
            "D2",
            Kind.EXACT,
            "with pools 2,048 locks are taken for 1 MiB and 10,240 for 5 MiB, 99.8 % fewer",
            "seed 003, Lock Acquisition Counts",
            "SUPPORTED if both counts are met to the last digit and both reductions to theirs, else"
                + " REFUTED",
            "2,048, 10,240, " + REDUCTION));
  }

  @Override
  public void measure(Recorder recorder) {
    HuffmanSetups.published()
        .forEach((name, setup) -> {
          count(recorder, ONE_MIB, name, setup);
          count(recorder, FIVE_MIB, name, setup);
        });
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long small = locks(evidence, ONE_MIB, "pools");
    long large = locks(evidence, FIVE_MIB, "pools");
    long smallBefore = locks(evidence, ONE_MIB, "baseline");
    long largeBefore = locks(evidence, FIVE_MIB, "baseline");
    boolean isMet =
        small == SMALL
            && large == LARGE
            && reduction(small, smallBefore).equals(REDUCTION)
            && reduction(large, largeBefore).equals(REDUCTION);
    return Judgement.exact(isMet, told(smallBefore, small) + " and " + told(largeBefore, large));
  }

  private static String told(long before, long after) {
    return number(before) + " → " + number(after) + " (−" + reduction(after, before) + ")";
  }

  private static String reduction(long after, long before) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * (1 - (double) after / before));
  }
}
