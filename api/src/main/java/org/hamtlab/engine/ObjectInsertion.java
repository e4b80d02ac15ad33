package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Insertion into a trie. New blocks are made first and linked last; what was made before a failure
 * is given back.
 *
 * @param <R> type of a node reference
 */
final class ObjectInsertion<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final ObjectPlacing<R> placing;
  private final ObjectRunSplit<R> split;
  private final ObjectTableInsertion<R> intoTable;

  ObjectInsertion(
      TrieRules rules,
      ObjectNodeLayout<R> layout,
      ObjectChains<R> chains,
      ObjectPlacing<R> placing) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
    this.placing = placing;
    this.split = new ObjectRunSplit<R>(rules, layout, chains, placing);
    this.intoTable =
        rules.tables()
            ? new ObjectTableInsertion<R>(rules, layout, chains, placing, split, this)
            : null;
  }

  /**
   * Associates a key with a value.
   *
   * @param onlyIfAbsent whether a value other than {@code null} that is there already stays
   * @return the value that was there before, or {@link ObjectTrie#ABSENT}
   */
  Object put(ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
    return rules.tables() && trie.isExclusive()
        ? intoTable.put(trie, path, key, value, onlyIfAbsent)
        : putBelow(trie, path, key, value, onlyIfAbsent);
  }

  /** As {@link #put}, where the root is a branch. */
  Object putBelow(ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
    return rules.rehashes() || rules.skips()
        ? putAcross(trie, path, key, value, onlyIfAbsent)
        : putWithin(trie, path, key, value, onlyIfAbsent);
  }

  /** Insertion where every child is one level below; small enough to be inlined. */
  private Object putWithin(
      ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
    ObjectNodeLayout<R> layout = this.layout;
    R node = trie.root;
    if (node == trie.none()) {
      return plant(trie, path, key, value);
    }
    R parent = trie.none();
    int parentSlot = 0;
    int step = rules.step();
    int mask = rules.mask();
    long rest = Long.rotateRight(path, rules.firstShift());
    for (int level = 0; ; level++) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        trie.relink(
            path, key, parent, parentSlot, node, placing.place(node, level, path, key, value));
        return added(trie);
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind != NodeLayout.BRANCH) {
        return kind == NodeLayout.ENTRY
            ? putAtEntry(
                trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent)
            : putCollision(
                trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      }
      parent = node;
      parentSlot = slot;
      node = layout.child(node, slot);
      rest = Long.rotateRight(rest, step);
    }
  }

  Object putAtEntry(
      ObjectTrie<R> trie,
      R parent,
      int parentSlot,
      R node,
      int slot,
      int level,
      long path,
      Object key,
      Object value,
      boolean onlyIfAbsent) {
    int expected = trie.modifications;
    boolean found = trie.holds(node, slot, path, key);
    trie.ensureUnmodified(expected);
    return found
        ? replace(trie, path, key, parent, parentSlot, node, slot, value, onlyIfAbsent)
        : diverge(
            trie, parent, parentSlot, node, slot, level, path, layout.key(node, slot), key, value);
  }

  /** As {@link #putWithin}, over levels that are skipped and across the generations of hashes. */
  private Object putAcross(
      ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
    TrieRules rules = this.rules;
    ObjectNodeLayout<R> layout = this.layout;
    R node = trie.root;
    if (node == trie.none()) {
      return plant(trie, path, key, value);
    }
    int expected = trie.modifications;
    R parent = trie.none();
    int parentSlot = 0;
    int level = 0;
    int step = rules.step();
    int mask = rules.mask();
    int shift = rules.firstShift();
    long here = path;
    long rest = Long.rotateRight(path, shift);
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        trie.relink(
            path, key, parent, parentSlot, node, placing.place(node, level, here, key, value));
        return added(trie);
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.BRANCH) {
        parent = node;
        parentSlot = slot;
        node = layout.child(node, slot);
        shift += step;
        rest = Long.rotateRight(rest, step);
        level++;
        if (rules.rehashes() && rules.isRootLevel(level)) {
          here = rules.pathOf(key, rules.generation(level));
          trie.ensureUnmodified(expected);
          shift = rules.firstShift();
          rest = Long.rotateRight(here, shift);
        }
      } else if (kind == NodeLayout.ENTRY) {
        return putAtEntry(
            trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      } else if (kind == NodeLayout.COMPRESSED && rules.skips()) {
        R child = layout.child(node, slot);
        int skip = layout.skip(child);
        shift += step;
        long difference = (here ^ layout.prefix(child)) & rules.runMask(shift, skip);
        if (difference != 0) {
          split.split(trie, node, slot, child, level + 1, difference, path, key, value);
          return added(trie);
        }
        parent = node;
        parentSlot = slot;
        node = child;
        shift += step * skip;
        rest = Long.rotateRight(here, shift);
        level += 1 + skip;
      } else {
        return putCollision(
            trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      }
    }
  }

  private Object plant(ObjectTrie<R> trie, long path, Object key, Object value) {
    placing.announce(0, path, key);
    trie.root =
        rules.mayStandAt(0)
            ? layout.entryBranch(0, 0, rules.digits().fragment(path, 0), key, value)
            : plantChain(path, key, value);
    return added(trie);
  }

  private R plantChain(long path, Object key, Object value) {
    R chain = chains.toEntry(1, path, key, value);
    try {
      return layout.childBranch(0, 0, rules.digits().fragment(path, 0), chain);
    } catch (RuntimeException | Error failure) {
      chains.undo(chain, 1);
      throw failure;
    }
  }

  private Object replace(
      ObjectTrie<R> trie,
      long path,
      Object key,
      R parent,
      int parentSlot,
      R node,
      int slot,
      Object value,
      boolean onlyIfAbsent) {
    Object previous = layout.value(node, slot);
    if (!onlyIfAbsent || previous == null) {
      if (trie.isExclusive()) {
        layout.setValue(node, slot, value);
      } else if (previous != value) {
        R own = trie.owned(node);
        layout.linkEntry(own, slot, layout.key(own, slot), value);
        trie.relink(path, key, parent, parentSlot, node, own);
      }
    }
    return previous;
  }

  Object added(ObjectTrie<R> trie) {
    trie.size++;
    trie.modifications++;
    return ObjectTrie.ABSENT;
  }

  /** Pushes what stands in a slot down to the level where it parts from a new key. */
  private Object diverge(
      ObjectTrie<R> trie,
      R parent,
      int parentSlot,
      R node,
      int slot,
      int level,
      long path,
      Object present,
      Object key,
      Object value) {
    int expected = trie.modifications;
    long presentPath = rules.pathOf(present, rules.generation(level), placing.stored(node, slot));
    long here = rules.pathAt(level, path, key);
    trie.ensureUnmodified(expected);
    R below = placing.parted(node, slot, level, present, presentPath, key, here, value);
    trie.ensureUnmodified(expected);
    trie.relink(path, key, parent, parentSlot, node, layout.withChildAt(node, slot, below));
    return added(trie);
  }

  Object putCollision(
      ObjectTrie<R> trie,
      R parent,
      int parentSlot,
      R node,
      int slot,
      int level,
      long path,
      Object key,
      Object value,
      boolean onlyIfAbsent) {
    int expected = trie.modifications;
    R collision = layout.child(node, slot);
    Object witness = layout.collisionKey(collision, 0);
    boolean agree =
        rules.agree(
            level, key, rules.pathAt(level, path, key), witness, placing.storedOf(collision));
    if (!agree) {
      trie.ensureUnmodified(expected);
      return diverge(trie, parent, parentSlot, node, slot, level, path, witness, key, value);
    }
    int index = layout.collisionIndex(collision, key);
    trie.ensureUnmodified(expected);
    if (index >= 0) {
      Object previous = layout.collisionValue(collision, index);
      if (!onlyIfAbsent || previous == null) {
        if (trie.isExclusive()) {
          layout.setCollisionValue(collision, index, value);
        } else if (previous != value) {
          R own = trie.owned(collision);
          layout.linkCollisionEntry(own, index, layout.collisionKey(own, index), value);
          trie.relink(path, key, node, slot, collision, own);
        }
      }
      return previous;
    }
    placing.announce(0, path, key);
    trie.relink(path, key, node, slot, collision, layout.withCollisionEntry(collision, key, value));
    return added(trie);
  }
}
