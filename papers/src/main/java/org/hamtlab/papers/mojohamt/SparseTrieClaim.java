package org.hamtlab.papers.mojohamt;

import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Claim B1: the node counts that mojo-hamt reports for 100,000 sequential keys.
 *
 * <p><b>Source.</b> Seed 001, "Tree Analysis (100K Entries)".
 */
public final class SparseTrieClaim implements Claim {
  private static final String PHRASE = "@mojo-hamt";
  private static final String KEYS = "sequential:100000";
  private static final Found PUBLISHED = new Found(687_212, 787_211, 1.145514048066681, 10);

  /** The four published numbers. */
  record Found(long internalNodes, long childPointers, double childrenPerNode, long maxDepth) {
    @Override
    public String toString() {
      return internalNodes
          + " internal nodes, "
          + childPointers
          + " child pointers, "
          + childrenPerNode
          + " children per node, depth "
          + maxDepth;
    }
  }

  /** Creates the claim. */
  public SparseTrieClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "B1",
        Kind.EXACT,
        "100,000 sequential keys make " + PUBLISHED + " of 10.",
        "seed 001, Tree Analysis (100K Entries)",
        "SUPPORTED if all four numbers are met to the last digit, else REFUTED",
        PUBLISHED.toString());
  }

  @Override
  public void measure(Recorder recorder) {
    Counting.record(
        recorder, PHRASE, KEYS, "internalNodes", "childPointers", "childrenPerNode", "maxDepth");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    String variant = Counting.variant(PHRASE, KEYS);
    Found found =
        new Found(
            evidence.count("internalNodes", variant),
            evidence.count("childPointers", variant),
            evidence.value("childrenPerNode", variant),
            evidence.count("maxDepth", variant));
    return Judgement.exact(found.equals(PUBLISHED), found.toString());
  }
}
