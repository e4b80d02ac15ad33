package org.hamtlab.engine;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Removes an entry from a branch that is left with one slot or none, and restores the canonical
 * form if the compression wants it: empty branches go, a lone entry moves up to where it would
 * stand had it come alone, single-child chains are joined.
 *
 * <p>The path from the root is walked a second time to learn what stands above the branch; the
 * common removal is spared that. Where memory lacks for a join, the chain stays as it is: right,
 * though not canonical until the next change there.
 *
 * @param <R> type of a node reference
 */
final class ObjectCollapse<R> {
  private static final int NONE_DEAD = -1;

  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final R[] nodes;
  private final int[] slots;
  private final int[] levels;

  @SuppressWarnings("unchecked")
  ObjectCollapse(TrieRules rules, ObjectNodeLayout<R> layout, ObjectChains<R> chains) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
    this.nodes = (R[]) new Object[rules.digits().levels()];
    this.slots = new int[rules.digits().levels()];
    this.levels = new int[rules.digits().levels()];
  }

  /** Removes the entry in a slot of the branch that a path leads to. */
  void remove(ObjectTrie<R> trie, long path, R bottom, int slot) {
    int depth = descend(trie, path, bottom);
    slots[depth] = slot;
    int index = depth;
    while (index > 0 && layout.usedSlots(nodes[index]) == 1) {
      index--;
    }
    int dead;
    if (trie.isExclusive()) {
      layout.dropEntry(bottom, slot);
      dead = shrink(trie, path, index);
    } else {
      dead = shrink(trie, path, index);
      layout.dropEntry(bottom, slot);
    }
    for (int each = dead; each <= depth; each++) {
      layout.discard(nodes[each]);
    }
    for (int each = 0; each <= depth; each++) {
      nodes[each] = trie.none();
    }
  }

  /** Records the branches from the root to the bottom, and the slots between them. */
  private int descend(ObjectTrie<R> trie, long path, R bottom) {
    R node = trie.root;
    int level = 0;
    int depth = 0;
    for (; ; ) {
      nodes[depth] = node;
      levels[depth] = level;
      if (node == bottom) {
        return depth;
      }
      int slot = layout.slotOf(node, rules.digits().fragment(path, level));
      slots[depth++] = slot;
      node = layout.child(node, slot);
      level += 1 + layout.skip(node);
    }
  }

  /**
   * Takes the recorded slot out of the branch at an index, which may become too small; answers the
   * index of the first recorded branch that is no longer in the trie.
   */
  private int shrink(ObjectTrie<R> trie, long path, int index) {
    R node = nodes[index];
    int count = layout.usedSlots(node);
    if (count == 1) {
      trie.root = trie.none();
      return index;
    }
    int dead =
        count == 2 && index > 0 && rules.compression().restores()
            ? restored(trie, path, index, chains.otherSlot(node, slots[index]))
            : NONE_DEAD;
    return dead == NONE_DEAD
        ? replaced(trie, path, index, layout.withoutSlot(node, slots[index]))
        : dead;
  }

  /** Links the replacement of a recorded branch; answers the index of the first dead one. */
  private int replaced(ObjectTrie<R> trie, long path, int index, R replacement) {
    if (replacement == nodes[index]) {
      return index + 1;
    }
    trie.replace(
        path,
        index == 0 ? trie.none() : nodes[index - 1],
        index == 0 ? 0 : slots[index - 1],
        nodes[index],
        replacement);
    return index;
  }

  /** Replaces a branch whose slot {@code rest} is all that remains, if it need not stay. */
  private int restored(ObjectTrie<R> trie, long path, int index, int rest) {
    try {
      int kind = layout.kind(nodes[index], rest);
      return kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION
          ? pulledUp(trie, path, index, rest)
          : joined(trie, path, index, rest);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return NONE_DEAD;
    }
  }

  private int pulledUp(ObjectTrie<R> trie, long path, int index, int rest) {
    int target = index;
    while (target > 0
        && (target == index || layout.usedSlots(nodes[target]) == 1)
        && mayStandAt(levels[target - 1])) {
      target--;
    }
    return target == index
        ? NONE_DEAD
        : replaced(
            trie, path, target, layout.pulledUp(nodes[target], slots[target], nodes[index], rest));
  }

  private boolean mayStandAt(int level) {
    return rules.compression().expand(level, rules.lastLevel()) == level;
  }

  /** Makes one chain of the single-child levels above a branch, the branch, and those below it. */
  private int joined(ObjectTrie<R> trie, long path, int index, int rest) {
    if (ObjectAlgebra.serves(rules)) {
      return NONE_DEAD;
    }
    int above = index - 1;
    while (above > 0 && layout.usedSlots(nodes[above]) == 1) {
      above--;
    }
    R first = layout.child(nodes[index], rest);
    R last = first;
    int level = levels[index];
    long lastPath = withFragment(path, level, layout.fragmentAt(nodes[index], rest));
    for (; ; ) {
      int skip = layout.skip(last);
      long skipped = rules.digits().runMask(level + 1, skip);
      lastPath = (lastPath & ~skipped) | (skip == 0 ? 0 : layout.prefix(last) & skipped);
      level += 1 + skip;
      if (layout.usedSlots(last) > 1 || isLeaf(last)) {
        break;
      }
      lastPath = withFragment(lastPath, level, Long.numberOfTrailingZeros(layout.bitmap(last)));
      last = chains.onlyChild(last);
    }
    replaceRun(trie, path, above, first, last, level, lastPath);
    return above + 1;
  }

  private boolean isLeaf(R branch) {
    int slot = layout.slotOf(branch, Long.numberOfTrailingZeros(layout.bitmap(branch)));
    int kind = layout.kind(branch, slot);
    return kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION;
  }

  private void replaceRun(
      ObjectTrie<R> trie, long oldPath, int above, R first, R last, int level, long path) {
    int from = levels[above] + 1;
    int skip = chains.skipOf(level - from);
    R copy = layout.prefixedCopy(last, skip, chains.prefix(path, level, skip));
    R head = copy;
    try {
      head = chains.wrap(copy, level - skip, from, path);
      trie.replace(oldPath, nodes[above], slots[above], nodes[above + 1], head);
    } catch (RuntimeException | Error failure) {
      chains.unwrap(head, copy);
      layout.discard(copy);
      throw failure;
    }
    chains.unwrap(first, last);
    layout.discard(last);
  }

  private long withFragment(long path, int level, int fragment) {
    long mask = rules.digits().runMask(level, 1);
    return (path & ~mask) | (Long.rotateLeft(fragment, rules.digits().shift(level)) & mask);
  }
}
