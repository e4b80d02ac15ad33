package org.hamtlab.shape;

import java.util.List;
import org.hamtlab.spi.SlotBlock;

/** Sees the nodes of a trie in depth-first order, ascending by slot. */
public interface TrieVisitor {

  /** Whether the texts called {@code memory} are wanted; else they are empty, which is quicker. */
  default boolean wantsText() {
    return true;
  }

  /**
   * The blocks that the branch or collision node entered last stands in; none where no address is
   * known.
   */
  default void blocks(List<SlotBlock> blocks) {}

  /** The blocks of the entry that comes next; none where it has no block of its own. */
  default void entryBlocks(List<SlotBlock> blocks) {}

  /**
   * A branch begins.
   *
   * @param level its level, skipped levels counted
   * @param fragment its fragment in the branch above, -1 for the root
   * @param skip levels that it skips
   * @param slots slots in use
   * @param memory what the layout says of its block
   */
  void enterBranch(int level, int fragment, int skip, int slots, String memory);

  /** The branch entered last ends. */
  void leaveBranch();

  /** An entry in the branch entered last; {@code level} is the entry's own. */
  void entry(int level, int fragment, Object key, Object value);

  /** A collision node in the branch entered last; its entries follow, each with fragment -1. */
  void enterCollision(int level, int fragment, int size, String memory);

  /** The collision node entered last ends. */
  void leaveCollision();
}
