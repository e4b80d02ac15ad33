package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Removal from a trie that has a root table, and the table's shrinking behind it.
 *
 * @param <R> type of a node reference
 */
final class ObjectTableRemoval<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectRemoval<R> removal;

  ObjectTableRemoval(TrieRules rules, ObjectNodeLayout<R> layout, ObjectRemoval<R> removal) {
    this.rules = rules;
    this.layout = layout;
    this.removal = removal;
  }

  /** Removes a key, as {@link ObjectRemoval#remove} does. */
  Object remove(ObjectTrie<R> trie, long path, Object key) {
    Object previous = removeFrom(trie, path, key);
    if (previous != ObjectTrie.ABSENT) {
      trie.table().shrinkIfDue();
    }
    return previous;
  }

  /**
   * A branch's slot is the cell at first, then one below it. Most keys stand in a cell or one level
   * below, so this walk is one loop; handing over to the walk from a branch costs as much as the
   * rest.
   */
  private Object removeFrom(ObjectTrie<R> trie, long path, Object key) {
    TrieRules rules = this.rules;
    ObjectNodeLayout<R> layout = this.layout;
    int expected = trie.modifications;
    R node = trie.root;
    int slot = trie.table().cellOf(path);
    if (layout.child(node, slot) == trie.none()) {
      return ObjectTrie.ABSENT;
    }
    R parent = trie.none();
    int parentSlot = 0;
    int level = trie.rootLevel();
    int step = rules.step();
    int shift = rules.firstShift() + step * level;
    long here = path;
    for (; ; ) {
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.ENTRY) {
        return parent == trie.none()
            ? removeFromCell(trie, path, key, slot)
            : removal.removeAtEntry(trie, path, key, parent, parentSlot, node, slot);
      }
      if (kind == NodeLayout.COLLISION) {
        return removal.removeCollision(trie, path, parent, parentSlot, node, slot, key);
      }
      parent = node;
      parentSlot = slot;
      node = layout.child(node, slot);
      shift += step;
      level++;
      if (rules.rehashes() && rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
        trie.ensureUnmodified(expected);
        shift = rules.firstShift();
      } else if (rules.skips() && kind == NodeLayout.COMPRESSED) {
        int skip = layout.skip(node);
        if (((here ^ layout.prefix(node)) & rules.runMask(shift, skip)) != 0) {
          return ObjectTrie.ABSENT;
        }
        shift += step * skip;
        level += skip;
      }
      int fragment = (int) Long.rotateRight(here, shift) & rules.mask();
      if (!layout.occupied(node, fragment)) {
        return ObjectTrie.ABSENT;
      }
      slot = layout.slotOf(node, fragment);
    }
  }

  private Object removeFromCell(ObjectTrie<R> trie, long path, Object key, int cell) {
    int expected = trie.modifications;
    boolean found = trie.holds(trie.root, cell, path, key);
    trie.ensureUnmodified(expected);
    if (!found) {
      return ObjectTrie.ABSENT;
    }
    Object value = layout.value(trie.root, cell);
    layout.dropEntry(trie.root, cell);
    layout.link(trie.root, cell, trie.none());
    return removal.removed(trie, value);
  }
}
