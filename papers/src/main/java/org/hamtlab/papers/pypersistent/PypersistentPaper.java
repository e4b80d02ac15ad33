package org.hamtlab.papers.pypersistent;

import java.util.List;
import org.hamtlab.papers.Paper;

/** The write-up about an arena allocator for bulk building. */
public final class PypersistentPaper {
  private PypersistentPaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "pypersistent",
        "pypersistent: an arena for bulk building",
        "pypersistent, Phase 3: Arena Allocator Implementation, Results Summary, January 2026"
            + " (seed 000)",
        "A persistent map for Python in C++: 32-bit hashes, five bits a level, leaves as high as"
            + " possible. Maps of many entries are built bottom-up in an arena and then cloned to"
            + " the heap. It is rebuilt here as ways to build (one by one, bottom-up, in an arena"
            + " that is cloned or kept) over malloc and over an arena, with string keys; its"
            + " arithmetic is computed anew, and its arena is modelled where its code decides.",
        List.of(
            new BuildTimeClaim(),
            new AllocatorCallsClaim(),
            new ArenaGainClaim(),
            new BuildSharesClaim(),
            new ArenaMemoryClaim(),
            new LeakClaim(),
            new MergeRegressionClaim(),
            new StructuralMergeClaim(),
            new OtherOperationsClaim(),
            new RatioClaim(),
            new DepthClaim(),
            new BumpClaim()));
  }
}
