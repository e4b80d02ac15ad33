package org.hamtlab.papers.hashtriemap;

import java.util.List;
import org.hamtlab.papers.Paper;

/** Go's HashTrieMap: how wide a node. */
public final class HashTrieMapPaper {
  private HashTrieMapPaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "hashtriemap",
        "Go's HashTrieMap: how wide a node",
        "golang/go, src/internal/sync/hashtriemap.go, comment on nChildrenLog2",
        "A concurrent trie whose nodes have 16 children. Re-tested by the span of one composition from 3 to 6.",
        List.of(new FanOutClaim()));
  }
}
