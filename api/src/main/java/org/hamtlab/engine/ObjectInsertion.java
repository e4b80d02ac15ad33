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

  ObjectInsertion(TrieRules rules, ObjectNodeLayout<R> layout, ObjectChains<R> chains) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
  }

  /**
   * Associates a key with a value.
   *
   * @param onlyIfAbsent whether a value other than {@code null} that is there already stays
   * @return the value that was there before, or {@link ObjectTrie#ABSENT}
   */
  Object put(ObjectTrie<R> trie, long path, Object key, Object value, boolean onlyIfAbsent) {
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
    long rest = Long.rotateRight(path, shift);
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        trie.relink(path, parent, parentSlot, node, place(node, level, path, key, value));
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
      } else if (kind == NodeLayout.ENTRY) {
        Object present = layout.key(node, slot);
        boolean found = ObjectTrie.same(present, key);
        trie.ensureUnmodified(expected);
        return found
            ? replace(trie, path, parent, parentSlot, node, slot, value, onlyIfAbsent)
            : diverge(trie, parent, parentSlot, node, slot, level, path, present, key, value);
      } else if (kind == NodeLayout.COMPRESSED && rules.skips()) {
        R child = layout.child(node, slot);
        int skip = layout.skip(child);
        shift += step;
        long difference = (path ^ layout.prefix(child)) & rules.runMask(shift, skip);
        if (difference != 0) {
          return split(trie, node, slot, child, level + 1, difference, path, key, value);
        }
        parent = node;
        parentSlot = slot;
        node = child;
        shift += step * skip;
        rest = Long.rotateRight(path, shift);
        level += 1 + skip;
      } else {
        return putCollision(
            trie, parent, parentSlot, node, slot, level, path, key, value, onlyIfAbsent);
      }
    }
  }

  private Object plant(ObjectTrie<R> trie, long path, Object key, Object value) {
    trie.root =
        rules.compression().expand(0, rules.lastLevel()) == 0
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

  /** A branch with a new entry where nothing stands, at the level that the compression says. */
  R place(R node, int level, long path, Object key, Object value) {
    int fragment = rules.digits().fragment(path, level);
    if (rules.compression().expand(level, rules.lastLevel()) == level) {
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

  private Object replace(
      ObjectTrie<R> trie,
      long path,
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
        trie.relink(path, parent, parentSlot, node, own);
      }
    }
    return previous;
  }

  private Object added(ObjectTrie<R> trie) {
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
    long presentPath = rules.pathOf(present);
    trie.ensureUnmodified(expected);
    R below = parted(node, slot, level, presentPath, path, key, value);
    trie.relink(path, parent, parentSlot, node, layout.withChildAt(node, slot, below));
    return added(trie);
  }

  /**
   * The child that takes the place of what stands in a slot, an entry or a collision node, and
   * holds it and a new entry.
   *
   * @param presentPath the path of what stands there
   */
  R parted(R node, int slot, int level, long presentPath, long path, Object key, Object value) {
    int parting = rules.digits().divergence(path, presentPath);
    if (parting <= level) {
      Object present = layout.kind(node, slot) == NodeLayout.ENTRY ? layout.key(node, slot) : key;
      throw new IllegalStateException(
          "key: its hash changed while the map held it (expected the hash that it was put with)."
              + " Class: "
              + (present == null ? "null" : present.getClass().getName())
              + ". Remove a key before changing it.");
    }
    return parting == rules.digits().levels()
        ? layout.collision(node, slot, key, value)
        : fork(node, slot, level, parting, presentPath, path, key, value);
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
    int newFragment = rules.digits().fragment(path, parting);
    R fork =
        layout.forkBranch(
            skip,
            chains.prefix(path, parting, skip),
            node,
            slot,
            rules.digits().fragment(presentPath, parting),
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
    if (rules.pathOf(witness) != path) {
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
          trie.relink(path, node, slot, collision, own);
        }
      }
      return previous;
    }
    trie.relink(path, node, slot, collision, layout.withCollisionEntry(collision, key, value));
    return added(trie);
  }

  /**
   * Splits the prefix of a compressed branch at the level where a new key leaves it, and cuts the
   * levels above into runs anew, as if the branches had come in another order. The new entry comes
   * last, so that all that can fail before it is a chain of single-child branches.
   *
   * @param from the first level that the branch skips
   * @param difference the path bits of its prefix in which the new key differs
   */
  private Object split(
      ObjectTrie<R> trie,
      R node,
      int slot,
      R child,
      int from,
      long difference,
      long path,
      Object key,
      Object value) {
    int childLevel = from + layout.skip(child);
    long prefix = layout.prefix(child);
    int parting = rules.digits().divergence(difference, 0);
    int lowerSkip = chains.skipOf(childLevel - parting - 1);
    R above = aboveRun(trie, path, node);
    int top = above == node ? from : levelOf(trie, path, above) + 1;
    int aboveSlot =
        above == node ? slot : layout.slotOf(above, rules.digits().fragment(path, top - 1));
    R first = layout.child(above, aboveSlot);
    R shorter = layout.prefixedCopy(child, lowerSkip, chains.prefix(prefix, childLevel, lowerSkip));
    R head = shorter;
    R placed;
    try {
      head = chains.wrap(head, childLevel - lowerSkip, parting + 1, prefix);
      int skip = chains.skipOf(parting - top);
      R upper =
          layout.childBranch(
              skip,
              chains.prefix(path, parting, skip),
              rules.digits().fragment(prefix, parting),
              head);
      head = upper;
      head = chains.wrap(head, parting - skip, top, path);
      placed = place(upper, parting, path, key, value);
      if (placed != upper) {
        head = replaceInChain(head, upper, placed);
      }
    } catch (RuntimeException | Error failure) {
      chains.unwrap(head, shorter);
      layout.discard(shorter);
      throw failure;
    }
    trie.replace(path, above, aboveSlot, first, head);
    chains.unwrap(first, child);
    layout.discard(child);
    return added(trie);
  }

  /**
   * The branch above the run of single-child levels that ends at a branch of a path: the branch
   * itself unless it is single, too, because compression does not skip a whole run.
   */
  private R aboveRun(ObjectTrie<R> trie, long path, R branch) {
    if (branch == trie.root || layout.usedSlots(branch) > 1) {
      return branch;
    }
    R above = trie.root;
    int level = 0;
    for (R each = trie.root; each != branch; ) {
      each = layout.child(each, layout.slotOf(each, rules.digits().fragment(path, level)));
      level += 1 + layout.skip(each);
      above = layout.usedSlots(each) > 1 ? each : above;
    }
    return above;
  }

  /** The level of a branch of a path. */
  private int levelOf(ObjectTrie<R> trie, long path, R branch) {
    int level = 0;
    for (R each = trie.root; each != branch; level += 1 + layout.skip(each)) {
      each = layout.child(each, layout.slotOf(each, rules.digits().fragment(path, level)));
    }
    return level;
  }

  /** Puts a branch in the place of another within a chain of single-child branches above it. */
  private R replaceInChain(R head, R replaced, R replacement) {
    R result = head;
    if (head == replaced) {
      result = replacement;
    } else {
      R above = head;
      while (chains.onlyChild(above) != replaced) {
        above = chains.onlyChild(above);
      }
      layout.link(
          above,
          layout.slotOf(above, Long.numberOfTrailingZeros(layout.bitmap(above))),
          replacement);
    }
    layout.discard(replaced);
    return result;
  }
}
