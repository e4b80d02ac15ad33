package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Insertion into a trie that may have a root table, and the table's growth behind it.
 *
 * @param <R> type of a node reference
 */
final class ObjectTableInsertion<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final ObjectPlacing<R> placing;
  private final ObjectRunSplit<R> split;
  private final ObjectInsertion<R> insertion;

  ObjectTableInsertion(
      TrieRules rules,
      ObjectNodeLayout<R> layout,
      ObjectChains<R> chains,
      ObjectPlacing<R> placing,
      ObjectRunSplit<R> split,
      ObjectInsertion<R> insertion) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
    this.placing = placing;
    this.split = split;
    this.insertion = insertion;
  }

  /** Associates a key with a value, as {@link ObjectInsertion#put} does. */
  Object put(ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
    Object previous =
        trie.isTabled()
            ? putInto(trie, path, key, value, onlyIfAbsent)
            : insertion.putBelow(trie, path, key, value, onlyIfAbsent);
    if (previous == ObjectTrie.ABSENT) {
      trie.table().growIfDue();
    }
    return previous;
  }

  /**
   * A branch's slot is the cell at first, then one below it. Most keys stand in a cell or one level
   * below, so this walk is one loop; handing over to the walk from a branch costs as much as the
   * rest.
   */
  private Object putInto(
      ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
    TrieRules rules = this.rules;
    ObjectNodeLayout<R> layout = this.layout;
    int expected = trie.modifications;
    R node = trie.root;
    int slot = trie.table().cellOf(path);
    if (layout.child(node, slot) == trie.none()) {
      return plant(trie, slot, path, key, value);
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
        return insertion.putAtEntry(
            trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      }
      if (kind == NodeLayout.COLLISION) {
        return insertion.putCollision(
            trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      }
      R child = layout.child(node, slot);
      shift += step;
      level++;
      if (rules.rehashes() && rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
        trie.ensureUnmodified(expected);
        shift = rules.firstShift();
      } else if (rules.skips() && kind == NodeLayout.COMPRESSED) {
        int skip = layout.skip(child);
        long difference = (here ^ layout.prefix(child)) & rules.runMask(shift, skip);
        if (difference != 0) {
          split.split(trie, node, slot, child, level, difference, path, key, value);
          return insertion.added(trie);
        }
        shift += step * skip;
        level += skip;
      }
      parent = node;
      parentSlot = slot;
      node = child;
      int fragment = (int) Long.rotateRight(here, shift) & rules.mask();
      if (!layout.occupied(node, fragment)) {
        trie.relink(
            path, key, parent, parentSlot, node, placing.place(node, level, here, key, value));
        return insertion.added(trie);
      }
      slot = layout.slotOf(node, fragment);
    }
  }

  private Object plant(ObjectTrie<R> trie, int cell, long path, Object key, Object value) {
    placing.announce(0, path, key);
    if (rules.mayStandAt(trie.rootLevel())) {
      layout.putInTable(trie.root, cell, key, value);
    } else {
      R chain = chains.toEntry(trie.rootLevel() + 1, path, key, value);
      layout.link(trie.root, cell, chain);
    }
    return insertion.added(trie);
  }
}
