package org.hamtlab.engine;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Removal from a trie. It never fails for lack of memory: a block that cannot be made smaller stays
 * as it is.
 *
 * @param <R> type of a node reference
 */
final class ObjectRemoval<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final ObjectCollapse<R> collapse;
  private final ObjectTableRemoval<R> fromTable;

  ObjectRemoval(TrieRules rules, ObjectNodeLayout<R> layout, ObjectChains<R> chains) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
    this.collapse = new ObjectCollapse<R>(rules, layout, chains);
    this.fromTable = rules.tables() ? new ObjectTableRemoval<R>(rules, layout, this) : null;
  }

  /** Removes a key; returns the value that it had, or {@link ObjectTrie#ABSENT}. */
  Object remove(ObjectTrie<R> trie, long path, Object key) {
    if (trie.isTabled()) {
      return fromTable.remove(trie, path, key);
    }
    return rules.rehashes() || rules.skips()
        ? removeAcross(trie, path, key)
        : removeWithin(trie, path, key);
  }

  /** Removal where every child is one level below; small enough to be inlined. */
  private Object removeWithin(ObjectTrie<R> trie, long path, Object key) {
    ObjectNodeLayout<R> layout = this.layout;
    R node = trie.root;
    if (node == trie.none()) {
      return ObjectTrie.ABSENT;
    }
    R parent = trie.none();
    int parentSlot = 0;
    int step = rules.step();
    int mask = rules.mask();
    long rest = Long.rotateRight(path, rules.firstShift());
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        return ObjectTrie.ABSENT;
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind != NodeLayout.BRANCH) {
        return kind == NodeLayout.ENTRY
            ? removeAtEntry(trie, path, key, parent, parentSlot, node, slot)
            : removeCollision(trie, path, parent, parentSlot, node, slot, key);
      }
      parent = node;
      parentSlot = slot;
      node = layout.child(node, slot);
      rest = Long.rotateRight(rest, step);
    }
  }

  Object removeAtEntry(
      ObjectTrie<R> trie, long path, Object key, R parent, int parentSlot, R node, int slot) {
    int expected = trie.modifications;
    boolean found = trie.holds(node, slot, path, key);
    trie.ensureUnmodified(expected);
    return found ? removeEntry(trie, path, key, parent, parentSlot, node, slot) : ObjectTrie.ABSENT;
  }

  /** As {@link #removeWithin}, over levels that are skipped and across generations of hashes. */
  private Object removeAcross(ObjectTrie<R> trie, long path, Object key) {
    R node = trie.root;
    if (node == trie.none()) {
      return ObjectTrie.ABSENT;
    }
    int expected = trie.modifications;
    R parent = trie.none();
    int parentSlot = 0;
    long here = path;
    int level = 0;
    for (; ; ) {
      int fragment = rules.fragment(here, level);
      if (!layout.occupied(node, fragment)) {
        return ObjectTrie.ABSENT;
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.ENTRY) {
        return removeAtEntry(trie, path, key, parent, parentSlot, node, slot);
      }
      if (kind == NodeLayout.COLLISION) {
        return removeCollision(trie, path, parent, parentSlot, node, slot, key);
      }
      parent = node;
      parentSlot = slot;
      node = layout.child(node, slot);
      level++;
      if (rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
        trie.ensureUnmodified(expected);
      } else if (kind == NodeLayout.COMPRESSED) {
        int skip = layout.skip(node);
        if (((here ^ layout.prefix(node)) & rules.levelsMask(level, skip)) != 0) {
          return ObjectTrie.ABSENT;
        }
        level += skip;
      }
    }
  }

  private Object removeEntry(
      ObjectTrie<R> trie, long path, Object key, R parent, int parentSlot, R node, int slot) {
    Object value = layout.value(node, slot);
    int slots = layout.usedSlots(node);
    if (slots > 2 || (slots == 2 && parent == trie.none())) {
      removeSlot(trie, path, key, parent, parentSlot, node, slot);
    } else if (slots == 1 || !removeFromPair(trie, path, key, parent, parentSlot, node, slot)) {
      ObjectCollapse<R> collapse =
          trie.isExclusive() ? this.collapse : new ObjectCollapse<R>(rules, layout, chains);
      collapse.remove(trie, path, key, node, slot);
    }
    return removed(trie, value);
  }

  /**
   * Removes the entry in one of two slots of a branch below another one, unless the branches
   * further up have to be looked at: the remaining slot stays where it is, or moves up by one.
   *
   * @return whether it did
   */
  private boolean removeFromPair(
      ObjectTrie<R> trie, long path, Object key, R parent, int parentSlot, R node, int slot) {
    int rest = chains.otherSlot(node, slot);
    int kind = layout.kind(node, rest);
    boolean isLeaf = kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION;
    if (rules.staysAlone(isLeaf)) {
      removeSlot(trie, path, key, parent, parentSlot, node, slot);
      return true;
    }
    return isLeaf
        && rules.movesUpAnywhere()
        && (parent == trie.root || layout.usedSlots(parent) > 1)
        && moveUp(trie, path, key, parent, parentSlot, node, slot, rest);
  }

  /**
   * Moves what remains of a pair into the branch above; false, and nothing done, without memory.
   */
  private boolean moveUp(
      ObjectTrie<R> trie,
      long path,
      Object key,
      R parent,
      int parentSlot,
      R node,
      int slot,
      int rest) {
    try {
      R changed = layout.pulledUp(parent, parentSlot, node, rest);
      if (changed != parent) {
        trie.replaceFromRoot(path, key, parent, changed);
        layout.discard(parent);
      }
    } catch (AllocationException | OutOfMemoryError lacking) {
      return false;
    }
    layout.dropEntry(node, slot);
    layout.discard(node);
    return true;
  }

  Object removeCollision(
      ObjectTrie<R> trie, long path, R parent, int parentSlot, R node, int slot, Object key) {
    int expected = trie.modifications;
    R collision = layout.child(node, slot);
    int index = layout.collisionIndex(collision, key);
    trie.ensureUnmodified(expected);
    if (index < 0) {
      return ObjectTrie.ABSENT;
    }
    Object value = layout.collisionValue(collision, index);
    if (layout.collisionSize(collision) == 2) {
      R changed = layout.pulledUpFromCollision(node, slot, collision, 1 - index);
      trie.relink(path, key, parent, parentSlot, node, changed);
      layout.dropCollisionEntry(collision, index);
      layout.discard(collision);
    } else {
      removeFromCollision(trie, path, key, node, slot, collision, index);
    }
    return removed(trie, value);
  }

  private void removeFromCollision(
      ObjectTrie<R> trie, long path, Object key, R node, int slot, R collision, int index) {
    if (trie.isExclusive()) {
      layout.dropCollisionEntry(collision, index);
      trie.relink(path, key, node, slot, collision, layout.withoutCollisionEntry(collision, index));
    } else {
      R fewer = layout.withoutCollisionEntry(collision, index);
      trie.replace(path, key, node, slot, collision, fewer);
      layout.dropCollisionEntry(collision, index);
      layout.discard(collision);
    }
  }

  private void removeSlot(
      ObjectTrie<R> trie, long path, Object key, R parent, int parentSlot, R node, int slot) {
    if (trie.isExclusive()) {
      layout.dropEntry(node, slot);
      trie.relink(path, key, parent, parentSlot, node, layout.withoutSlot(node, slot));
    } else {
      trie.replace(path, key, parent, parentSlot, node, layout.withoutSlot(node, slot));
      layout.dropEntry(node, slot);
      layout.discard(node);
    }
  }

  Object removed(ObjectTrie<R> trie, Object value) {
    trie.size--;
    trie.modifications++;
    return value;
  }
}
