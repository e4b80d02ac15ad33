package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Looks many keys up, a group at a time and level by level: the loads of one level depend on one
 * another in no way, so that their cache misses overlap.
 *
 * <p><b>Source.</b> Group prefetching, Chen, Ailamaki, Gibbons, Mowry, ICDE 2004,
 * doi:10.1109/ICDE.2004.1319989, here by out-of-order execution instead of prefetch instructions.
 *
 * @param <R> type of a node reference
 */
final class ObjectBatch<R> {
  private static final int GROUP = 32;

  private final ObjectTrie<R> trie;
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final R[] nodes;
  private final long[] paths = new long[GROUP];
  private final int[] members = new int[GROUP];

  /** The level that is read, where levels belong to generations of hashes. */
  private int depth;

  @SuppressWarnings("unchecked")
  ObjectBatch(ObjectTrie<R> trie) {
    this.trie = trie;
    this.rules = trie.rules;
    this.layout = trie.layout;
    this.nodes = (R[]) new Object[GROUP];
  }

  /** Looks keys up; see {@link org.hamtlab.map.PersistentHamt#getAll}. */
  void getAll(Object[] keys, Object[] values, Object absent) {
    if (values.length < keys.length) {
      throw new IllegalArgumentException(
          "values: room for "
              + values.length
              + " (expected one for each of "
              + keys.length
              + " keys). Pass a longer array.");
    }
    Object[] sought = keys == values ? keys.clone() : keys;
    for (int first = 0; first < keys.length; first += GROUP) {
      group(sought, values, absent, first, Math.min(keys.length, first + GROUP));
    }
  }

  private void group(Object[] keys, Object[] values, Object absent, int first, int end) {
    int count = 0;
    for (int index = first; index < end; index++) {
      values[index] = absent;
      if (trie.root != trie.none()) {
        paths[count] = rules.pathOf(keys[index]);
        nodes[count] = trie.root;
        members[count++] = index;
      }
    }
    if (rules.skips()) {
      for (int member = 0; member < count; member++) {
        int index = members[member];
        values[index] = trie.find(paths[member], keys[index], absent);
      }
      return;
    }
    depth = trie.rootLevel();
    int shift = rules.firstShift() + rules.step() * depth;
    if (trie.isTabled()) {
      count = cells(keys, values, count);
      shift += rules.step();
      depth++;
    }
    while (count > 0) {
      count = level(keys, values, count, shift);
      shift += rules.step();
      if (rules.rehashes() && rules.isRootLevel(++depth)) {
        shift = rules.firstShift();
        for (int member = 0; member < count; member++) {
          paths[member] = rules.pathOf(keys[members[member]], rules.generation(depth));
        }
      }
    }
  }

  /** As {@link #level}, from the cells of a root table down. */
  private int cells(Object[] keys, Object[] values, int count) {
    int left = 0;
    for (int member = 0; member < count; member++) {
      int cell = trie.table().cellOf(paths[member]);
      if (layout.child(trie.root, cell) != trie.none()) {
        left = descend(keys, values, member, cell, left);
      }
    }
    return left;
  }

  /** Takes every member one level down; answers how many have further to go. */
  private int level(Object[] keys, Object[] values, int count, int shift) {
    int left = 0;
    for (int member = 0; member < count; member++) {
      R node = nodes[member];
      int fragment = (int) Long.rotateRight(paths[member], shift) & rules.mask();
      if (layout.occupied(node, fragment)) {
        left = descend(keys, values, member, layout.slotOf(node, fragment), left);
      }
    }
    return left;
  }

  /** Makes a member whose slot holds a branch the next of those that are left. */
  private int descend(Object[] keys, Object[] values, int member, int slot, int left) {
    R node = nodes[member];
    int kind = layout.kind(node, slot);
    if (kind != NodeLayout.BRANCH) {
      found(keys, values, members[member], paths[member], node, slot, kind);
      return left;
    }
    nodes[left] = layout.child(node, slot);
    paths[left] = paths[member];
    members[left] = members[member];
    return left + 1;
  }

  private void found(
      Object[] keys, Object[] values, int member, long path, R node, int slot, int kind) {
    Object key = keys[member];
    // Below the first generation, whose paths are what layouts keep, those of all keys agree.
    boolean comparesPaths = rules.memoises() && rules.generation(depth) == 0;
    if (comparesPaths && layout.path(node, slot) != path) {
      return;
    }
    if (kind == NodeLayout.ENTRY) {
      if (ObjectTrie.same(layout.key(node, slot), key)) {
        values[member] = layout.value(node, slot);
      }
      return;
    }
    R collision = layout.child(node, slot);
    int index = layout.collisionIndex(collision, key);
    if (index >= 0) {
      values[member] = layout.collisionValue(collision, index);
    }
  }
}
