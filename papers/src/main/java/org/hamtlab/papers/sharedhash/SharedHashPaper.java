package org.hamtlab.papers.sharedhash;

import java.util.List;
import org.hamtlab.papers.Paper;

/** The write-up about per-thread pools. */
public final class SharedHashPaper {
  private SharedHashPaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "sharedhash",
        "sharedhash: pools for each thread",
        "sharedhash and esharedhash, part 2 performance report: per-thread memory pools, 2025"
            + " (seed 003)",
        "Huffman trees of blocks of 1,024 bytes, 20 threads at a time, on a first-fit heap under one"
            + " lock; then with a pool of 32 KiB for each thread. Both are rebuilt here as"
            + " allocators of ours, locks are counted to the last one, and lock, search, freeing"
            + " and threads are changed one at a time.",
        List.of(
            new PoolGainClaim(),
            new LockCountClaim(),
            new SecondLockClaim(),
            new PoolSizeClaim(),
            new ContentionClaim()));
  }
}
