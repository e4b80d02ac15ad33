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
    this.nodes = (R[]) new Object[rules.levels()];
    this.slots = new int[rules.levels()];
    this.levels = new int[rules.levels()];
  }

  /** Removes the entry in a slot of the branch that a key's path leads to. */
  void remove(ObjectTrie<R> trie, long path, Object key, R bottom, int slot) {
    int depth = descend(trie, path, key, bottom);
    slots[depth] = slot;
    int index = depth;
    while (index > 0 && layout.usedSlots(nodes[index]) == 1) {
      index--;
    }
    long here = rules.pathAt(levels[index], path, key);
    int dead;
    if (trie.isExclusive()) {
      layout.dropEntry(bottom, slot);
      dead = shrink(trie, here, index);
    } else {
      dead = shrink(trie, here, index);
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
  private int descend(ObjectTrie<R> trie, long path, Object key, R bottom) {
    R node = trie.root;
    long here = path;
    int level = trie.rootLevel();
    int depth = 0;
    for (; ; ) {
      nodes[depth] = node;
      levels[depth] = level;
      if (node == bottom) {
        return depth;
      }
      int slot = trie.slotOf(node, level, here);
      slots[depth++] = slot;
      node = layout.child(node, slot);
      level += 1 + layout.skip(node);
      if (rules.rehashes() && rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
      }
    }
  }

  /**
   * Takes the recorded slot out of the branch at an index, which may become too small; answers the
   * index of the first recorded branch that is no longer in the trie.
   *
   * @param path the removed key's path in the generation of that branch
   */
  private int shrink(ObjectTrie<R> trie, long path, int index) {
    R node = nodes[index];
    if (index == 0 && trie.isTabled()) {
      layout.link(node, slots[0], trie.none());
      return 1;
    }
    int count = layout.usedSlots(node);
    if (count == 1) {
      trie.root = trie.none();
      return index;
    }
    int dead =
        count == 2 && index > 0 && rules.compression().restores()
            ? restored(trie, path, index, chains.otherSlot(node, slots[index]))
            : NONE_DEAD;
    return dead == NONE_DEAD ? replaced(trie, index, layout.withoutSlot(node, slots[index])) : dead;
  }

  /** Links the replacement of a recorded branch; answers the index of the first dead one. */
  private int replaced(ObjectTrie<R> trie, int index, R replacement) {
    if (replacement == nodes[index]) {
      return index + 1;
    }
    link(trie, index, replacement);
    return index;
  }

  /** Links a branch in the place of a recorded one; where versions share, copies those above. */
  private void link(ObjectTrie<R> trie, int index, R replacement) {
    if (!trie.isExclusive()) {
      trie.relocations++;
    }
    if (index == 0) {
      trie.root = replacement;
      return;
    }
    R above = nodes[index - 1];
    if (!trie.isExclusive()) {
      above = trie.owned(nodes[0]);
      trie.root = above;
      for (int each = 1; each < index; each++) {
        R own = trie.owned(nodes[each]);
        if (own != nodes[each]) {
          layout.link(above, slots[each - 1], own);
        }
        above = own;
      }
    }
    layout.link(above, slots[index - 1], replacement);
  }

  /** Replaces a branch whose slot {@code rest} is all that remains, if it need not stay. */
  private int restored(ObjectTrie<R> trie, long path, int index, int rest) {
    try {
      int kind = layout.kind(nodes[index], rest);
      if (kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION) {
        return pulledUp(trie, index, nodes[index], rest);
      }
      return rules.generation(levels[index]) > 0 && isLone(layout.child(nodes[index], rest))
          ? pulledUpFrom(trie, index, layout.child(nodes[index], rest))
          : joined(trie, path, index, rest);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return NONE_DEAD;
    }
  }

  /** Whether all that stands below a branch is one entry or collision node. */
  private boolean isLone(R branch) {
    R node = branch;
    while (layout.usedSlots(node) == 1) {
      if (isLeaf(node)) {
        return true;
      }
      node = chains.onlyChild(node);
    }
    return false;
  }

  /**
   * Pulls up what is alone at the end of a chain: at the end of a generation an entry may stand,
   * though not in branches between.
   */
  private int pulledUpFrom(ObjectTrie<R> trie, int index, R first) {
    R last = first;
    while (!isLeaf(last)) {
      last = chains.onlyChild(last);
    }
    int dead = pulledUp(trie, index, last, chains.onlySlot(last));
    if (dead != NONE_DEAD) {
      chains.unwrap(first, last);
      layout.discard(last);
    }
    return dead;
  }

  private int pulledUp(ObjectTrie<R> trie, int index, R from, int rest) {
    int target = index;
    for (int above = index - 1; above >= 0; above--) {
      if (rules.mayStandAt(levels[above])) {
        target = above;
      } else if (!rules.rehashes()) {
        // What may stand somewhere may stand below, but only within a generation.
        break;
      }
      if (above == 0 || layout.usedSlots(nodes[above]) != 1) {
        break;
      }
    }
    return target == index
        ? NONE_DEAD
        : replaced(trie, target, layout.pulledUp(nodes[target], slots[target], from, rest));
  }

  /**
   * Makes one chain of the single-child levels above a branch, the branch, and those below it,
   * within a generation.
   */
  private int joined(ObjectTrie<R> trie, long path, int index, int rest) {
    if (ObjectAlgebra.serves(rules) || rules.isRootLevel(levels[index])) {
      return NONE_DEAD;
    }
    int above = index - 1;
    while (above > 0 && layout.usedSlots(nodes[above]) == 1 && !rules.isRootLevel(levels[above])) {
      above--;
    }
    if (rules.endsGeneration(levels[index])) {
      replaceLast(trie, path, above, index, rest);
      return above + 1;
    }
    R first = layout.child(nodes[index], rest);
    R last = first;
    int level = levels[index];
    long lastPath = withFragment(path, level, layout.fragmentAt(nodes[index], rest));
    for (; ; ) {
      int skip = layout.skip(last);
      long skipped = rules.levelsMask(level + 1, skip);
      lastPath = (lastPath & ~skipped) | (skip == 0 ? 0 : layout.prefix(last) & skipped);
      level += 1 + skip;
      if (layout.usedSlots(last) > 1 || isLeaf(last) || rules.endsGeneration(level)) {
        break;
      }
      lastPath = withFragment(lastPath, level, Long.numberOfTrailingZeros(layout.bitmap(last)));
      last = chains.onlyChild(last);
    }
    replaceRun(trie, above, first, last, level, lastPath);
    return above + 1;
  }

  private boolean isLeaf(R branch) {
    int slot = layout.slotOf(branch, Long.numberOfTrailingZeros(layout.bitmap(branch)));
    int kind = layout.kind(branch, slot);
    return kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION;
  }

  private void replaceRun(ObjectTrie<R> trie, int above, R first, R last, int level, long path) {
    int skip = chains.skipAt(level, levels[above] + 1);
    R copy = layout.prefixedCopy(last, skip, chains.prefix(path, level, skip));
    replaceBelow(trie, above, copy, level - skip, path);
    chains.unwrap(first, last);
    layout.discard(last);
  }

  /** Joins the levels above the last branch of a generation, of which one root remains. */
  private void replaceLast(ObjectTrie<R> trie, long path, int above, int index, int rest) {
    int level = levels[index];
    int skip = chains.skipAt(level, levels[above] + 1);
    long lastPath = withFragment(path, level, layout.fragmentAt(nodes[index], rest));
    R copy =
        layout.childBranch(
            skip,
            chains.prefix(lastPath, level, skip),
            rules.fragment(lastPath, level),
            layout.child(nodes[index], rest));
    replaceBelow(trie, above, copy, level - skip, lastPath);
  }

  /** Links what stands below a recorded branch anew: a copy, raised to where it belongs. */
  private void replaceBelow(ObjectTrie<R> trie, int above, R copy, int top, long path) {
    R head = copy;
    try {
      head = chains.wrap(copy, top, levels[above] + 1, path);
      link(trie, above + 1, head);
    } catch (RuntimeException | Error failure) {
      chains.unwrap(head, copy);
      layout.discard(copy);
      throw failure;
    }
  }

  private long withFragment(long path, int level, int fragment) {
    int local = level - rules.base(level);
    long mask = rules.digits().runMask(local, 1);
    return (path & ~mask) | (Long.rotateLeft(fragment, rules.digits().shift(local)) & mask);
  }
}
