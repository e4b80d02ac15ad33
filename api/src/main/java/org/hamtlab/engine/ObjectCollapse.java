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
  private final ObjectTrie<R> trie;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final R[] nodes;
  private final int[] slots;
  private final int[] levels;

  @SuppressWarnings("unchecked")
  ObjectCollapse(ObjectTrie<R> trie, ObjectChains<R> chains) {
    this.trie = trie;
    this.layout = trie.layout;
    this.chains = chains;
    this.nodes = (R[]) new Object[trie.digits().levels()];
    this.slots = new int[trie.digits().levels()];
    this.levels = new int[trie.digits().levels()];
  }

  /** Removes the entry in a slot of the branch that a path leads to. */
  void remove(long path, R bottom, int slot) {
    int depth = descend(path, bottom);
    slots[depth] = slot;
    layout.dropEntry(bottom, slot);
    int index = depth;
    while (index > 0 && layout.slotCount(nodes[index]) == 1) {
      index--;
    }
    shrink(path, index);
    discard(index + 1, depth);
  }

  /** Records the branches from the root to the bottom, and the slots between them. */
  private int descend(long path, R bottom) {
    R node = trie.root;
    int level = 0;
    int depth = 0;
    for (; ; ) {
      nodes[depth] = node;
      levels[depth] = level;
      if (node == bottom) {
        return depth;
      }
      int slot = layout.slotOf(node, trie.digits().fragment(path, level));
      slots[depth++] = slot;
      node = layout.child(node, slot);
      level += 1 + layout.skip(node);
    }
  }

  /** Takes the recorded slot out of the branch at an index, which may become too small. */
  private void shrink(long path, int index) {
    R node = nodes[index];
    int count = layout.slotCount(node);
    if (count == 1) {
      trie.root = trie.none();
      layout.discard(node);
    } else if (count > 2
        || index == 0
        || !trie.compression().restores()
        || !restored(path, index, 1 - slots[index])) {
      R parent = index == 0 ? trie.none() : nodes[index - 1];
      int parentSlot = index == 0 ? 0 : slots[index - 1];
      trie.relink(parent, parentSlot, node, layout.withoutSlot(node, slots[index]));
    }
  }

  /** Replaces a branch whose slot {@code rest} is all that remains; false if it has to stay. */
  private boolean restored(long path, int index, int rest) {
    try {
      int kind = layout.kind(nodes[index], rest);
      return kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION
          ? pulledUp(index, rest)
          : joined(path, index, rest);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return false;
    }
  }

  private boolean pulledUp(int index, int rest) {
    int target = index;
    while (target > 0
        && (target == index || layout.slotCount(nodes[target]) == 1)
        && mayStandAt(levels[target - 1])) {
      target--;
    }
    if (target == index) {
      return false;
    }
    R branch = nodes[target];
    R changed = layout.pulledUp(branch, slots[target], nodes[index], rest);
    trie.relink(
        target == 0 ? trie.none() : nodes[target - 1],
        target == 0 ? 0 : slots[target - 1],
        branch,
        changed);
    discard(target + 1, index);
    return true;
  }

  private boolean mayStandAt(int level) {
    return trie.compression().expand(level, trie.lastLevel()) == level;
  }

  /** Makes one chain of the single-child levels above a branch, the branch, and those below it. */
  private boolean joined(long path, int index, int rest) {
    if (trie.compression().collapse(1) == 0) {
      return false;
    }
    int above = index - 1;
    while (above > 0 && layout.slotCount(nodes[above]) == 1) {
      above--;
    }
    R first = layout.child(nodes[index], rest);
    R last = first;
    int level = levels[index];
    long lastPath = withFragment(path, level, layout.fragmentAt(nodes[index], rest));
    for (; ; ) {
      int skip = layout.skip(last);
      long skipped = trie.digits().runMask(level + 1, skip);
      lastPath = (lastPath & ~skipped) | (skip == 0 ? 0 : layout.prefix(last) & skipped);
      level += 1 + skip;
      if (layout.slotCount(last) > 1 || isLeaf(last)) {
        break;
      }
      lastPath = withFragment(lastPath, level, layout.fragmentAt(last, 0));
      last = layout.child(last, 0);
    }
    replaceRun(above, first, last, level, lastPath);
    discard(above + 1, index);
    return true;
  }

  private boolean isLeaf(R branch) {
    int kind = layout.kind(branch, 0);
    return kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION;
  }

  private void replaceRun(int above, R first, R last, int level, long path) {
    int from = levels[above] + 1;
    int skip = chains.skipOf(level - from);
    R copy = layout.prefixedCopy(last, skip, chains.prefix(path, level, skip));
    R head;
    try {
      head = chains.wrap(copy, level - skip, from, path);
    } catch (RuntimeException | Error failure) {
      layout.discard(copy);
      throw failure;
    }
    layout.withChildAt(nodes[above], slots[above], head);
    chains.unwrap(first, last);
    layout.discard(last);
  }

  private long withFragment(long path, int level, int fragment) {
    long mask = trie.digits().runMask(level, 1);
    return (path & ~mask) | (Long.rotateLeft(fragment, trie.digits().shift(level)) & mask);
  }

  private void discard(int first, int last) {
    for (int index = first; index <= last; index++) {
      layout.discard(nodes[index]);
    }
  }
}
