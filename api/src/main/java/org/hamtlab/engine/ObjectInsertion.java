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
  private final ObjectTrie<R> trie;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;

  ObjectInsertion(ObjectTrie<R> trie, ObjectChains<R> chains) {
    this.trie = trie;
    this.layout = trie.layout;
    this.chains = chains;
  }

  /**
   * Associates a key with a value.
   *
   * @param onlyIfAbsent whether a value other than {@code null} that is there already stays
   * @return the value that was there before, or {@link ObjectTrie#ABSENT}
   */
  Object put(Object key, Object value, boolean onlyIfAbsent) {
    ObjectTrie<R> trie = this.trie;
    ObjectNodeLayout<R> layout = this.layout;
    trie.ensureOpen();
    long path = trie.pathOf(key);
    R node = trie.root;
    if (node == trie.none()) {
      return plant(path, key, value);
    }
    int expected = trie.modifications;
    R parent = trie.none();
    int parentSlot = 0;
    int level = 0;
    int step = trie.step();
    int mask = trie.mask();
    int shift = trie.firstShift();
    long rest = Long.rotateRight(path, shift);
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        trie.relink(parent, parentSlot, node, place(node, level, path, key, value));
        return added();
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
      } else if (kind == NodeLayout.ENTRY) {
        Object present = layout.key(node, slot);
        boolean found = ObjectTrie.same(present, key);
        trie.ensureUnmodified(expected);
        return found
            ? replace(node, slot, value, onlyIfAbsent)
            : diverge(parent, parentSlot, node, slot, level, path, present, key, value);
      } else if (kind == NodeLayout.COMPRESSED && trie.skips()) {
        R child = layout.child(node, slot);
        int skip = layout.skip(child);
        shift += step;
        long difference = (path ^ layout.prefix(child)) & trie.runMask(shift, skip);
        if (difference != 0) {
          return split(node, slot, child, level + 1, difference, path, key, value);
        }
        parent = node;
        parentSlot = slot;
        node = child;
        shift += step * skip;
        rest = Long.rotateRight(path, shift);
        level += 1 + skip;
      } else {
        return putCollision(parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      }
    }
  }

  private Object plant(long path, Object key, Object value) {
    trie.root =
        trie.compression().expand(0, trie.lastLevel()) == 0
            ? layout.entryBranch(0, 0, trie.digits().fragment(path, 0), key, value)
            : plantChain(path, key, value);
    return added();
  }

  private R plantChain(long path, Object key, Object value) {
    R chain = chains.toEntry(1, path, key, value);
    try {
      return layout.childBranch(0, 0, trie.digits().fragment(path, 0), chain);
    } catch (RuntimeException | Error failure) {
      chains.undo(chain, 1);
      throw failure;
    }
  }

  /** A branch with a new entry where nothing stands, at the level that the compression says. */
  private R place(R node, int level, long path, Object key, Object value) {
    int fragment = trie.digits().fragment(path, level);
    if (trie.compression().expand(level, trie.lastLevel()) == level) {
      return layout.withEntry(node, fragment, key, value);
    }
    R chain = chains.toEntry(level + 1, path, key, value);
    try {
      return layout.withChild(node, fragment, chain);
    } catch (RuntimeException | Error failure) {
      chains.undo(chain, level + 1);
      throw failure;
    }
  }

  private Object replace(R node, int slot, Object value, boolean onlyIfAbsent) {
    Object previous = layout.value(node, slot);
    if (!onlyIfAbsent || previous == null) {
      layout.setValue(node, slot, value);
    }
    return previous;
  }

  private Object added() {
    trie.size++;
    trie.modifications++;
    return ObjectTrie.ABSENT;
  }

  /** Pushes what stands in a slot down to the level where it parts from a new key. */
  private Object diverge(
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
    long presentPath = trie.pathOf(present);
    trie.ensureUnmodified(expected);
    int parting = trie.digits().divergence(path, presentPath);
    if (parting <= level) {
      throw new IllegalStateException(
          "key: its hash changed while the map held it (expected the hash that it was put with)."
              + " Class: "
              + (present == null ? "null" : present.getClass().getName())
              + ". Remove a key before changing it.");
    }
    R below =
        parting == trie.digits().levels()
            ? layout.collision(node, slot, key, value)
            : fork(node, slot, level, parting, presentPath, path, key, value);
    trie.relink(parent, parentSlot, node, layout.withChildAt(node, slot, below));
    return added();
  }

  private R fork(
      R node,
      int slot,
      int level,
      int parting,
      long presentPath,
      long path,
      Object key,
      Object value) {
    int skip = chains.skipOf(parting - level - 1);
    int newFragment = trie.digits().fragment(path, parting);
    R fork =
        layout.forkBranch(
            skip,
            chains.prefix(path, parting, skip),
            node,
            slot,
            trie.digits().fragment(presentPath, parting),
            newFragment,
            key,
            value);
    try {
      return chains.wrap(fork, parting - skip, level + 1, path);
    } catch (RuntimeException | Error failure) {
      chains.discardWithEntry(fork, layout.slotOf(fork, newFragment));
      throw failure;
    }
  }

  private Object putCollision(
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
    if (trie.pathOf(witness) != path) {
      trie.ensureUnmodified(expected);
      return diverge(parent, parentSlot, node, slot, level, path, witness, key, value);
    }
    int index = trie.indexIn(collision, key);
    trie.ensureUnmodified(expected);
    if (index >= 0) {
      Object previous = layout.collisionValue(collision, index);
      if (!onlyIfAbsent || previous == null) {
        layout.setCollisionValue(collision, index, value);
      }
      return previous;
    }
    trie.relink(node, slot, collision, layout.withCollisionEntry(collision, key, value));
    return added();
  }

  /**
   * Splits the prefix of a compressed branch at the level where a new key leaves it. The new entry
   * comes last, so that all that can fail before it is a chain of single-child branches.
   *
   * @param from the first level that the branch skips
   * @param difference the path bits of its prefix in which the new key differs
   */
  private Object split(
      R node, int slot, R child, int from, long difference, long path, Object key, Object value) {
    int childLevel = from + layout.skip(child);
    long prefix = layout.prefix(child);
    int parting = trie.digits().divergence(difference, 0);
    int lowerSkip = chains.skipOf(childLevel - parting - 1);
    R shorter = layout.prefixedCopy(child, lowerSkip, chains.prefix(prefix, childLevel, lowerSkip));
    R head = shorter;
    R placed;
    try {
      head = chains.wrap(head, childLevel - lowerSkip, parting + 1, prefix);
      int skip = chains.skipOf(parting - from);
      R upper =
          layout.childBranch(
              skip,
              chains.prefix(prefix, parting, skip),
              trie.digits().fragment(prefix, parting),
              head);
      head = upper;
      head = chains.wrap(head, parting - skip, from, prefix);
      placed = place(upper, parting, path, key, value);
      if (placed != upper) {
        head = replaceInChain(head, upper, placed);
      }
    } catch (RuntimeException | Error failure) {
      chains.unwrap(head, shorter);
      layout.discard(shorter);
      throw failure;
    }
    layout.withChildAt(node, slot, head);
    layout.discard(child);
    return added();
  }

  /** Puts a branch in the place of another within a chain of single-child branches above it. */
  private R replaceInChain(R head, R replaced, R replacement) {
    R result = head;
    if (head == replaced) {
      result = replacement;
    } else {
      R above = head;
      while (layout.child(above, 0) != replaced) {
        above = layout.child(above, 0);
      }
      layout.withChildAt(above, 0, replacement);
    }
    layout.discard(replaced);
    return result;
  }
}
