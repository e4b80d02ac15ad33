package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.papers.Paper;

/** The three write-ups about mojo-hamt's pools and shape, as one. */
public final class MojoHamtPaper {
  private MojoHamtPaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "mojo-hamt",
        "mojo-hamt: pools and shape",
        "mojo-hamt, investigation findings and performance summaries of phases 2.5 and 3, 2026"
            + " (seeds 001, 002, 004)",
        "A mutable HAMT in Mojo: 60-bit hashes in ten levels of six bits, every leaf at the last"
            + " level, child arrays that double from a bump-allocated pool. It is rebuilt here as"
            + " the treatment @mojo-hamt, counted to the last digit, and its choices are changed"
            + " one at a time.",
        List.of(
            new SparseTrieClaim(),
            new HashBlamedClaim(),
            new BranchingClaim(),
            new OverheadClaim(),
            new LibhamtCauseClaim(),
            new QueryOrderClaim(),
            new InsertOrderClaim(),
            new InsertTimeClaim(),
            new PathCompressionClaim(),
            new TaggingClaim(),
            new PrefetchClaim(),
            new SizedPoolClaim(),
            new FreeListClaim(),
            new ExhaustedPoolClaim(),
            new PoolCapacityClaim(),
            new PoolSizingClaim(),
            new OverallGainClaim(),
            new InsertPartsClaim(),
            new ThroughputClaim(),
            new PoolBySizeClaim(),
            new SlotsPerEntryClaim(),
            new PoolFixClaim(),
            new FallbackCostClaim(),
            new FallbackShareClaim(),
            new ShapeExponentClaim(),
            new HeadroomClaim(),
            new RoadMapClaim(),
            new QueryAfterPoolClaim()));
  }
}
