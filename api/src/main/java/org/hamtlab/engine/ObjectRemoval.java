package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Removal from a trie. It never fails for lack of memory: a block that cannot be made smaller stays
 * as it is.
 *
 * @param <R> type of a node reference
 */
final class ObjectRemoval<R> {
  private final ObjectTrie<R> trie;
  private final ObjectNodeLayout<R> layout;
  private final ObjectCollapse<R> collapse;

  ObjectRemoval(ObjectTrie<R> trie, ObjectChains<R> chains) {
    this.trie = trie;
    this.layout = trie.layout;
    this.collapse = new ObjectCollapse<R>(trie, chains);
  }

  /** Removes a key; returns the value that it had, or {@link ObjectTrie#ABSENT}. */
  Object remove(Object key) {
    ObjectTrie<R> trie = this.trie;
    ObjectNodeLayout<R> layout = this.layout;
    R node = trie.root;
    if (node == trie.none()) {
      trie.ensureOpen();
      return ObjectTrie.ABSENT;
    }
    int expected = trie.modifications;
    long path = trie.pathOf(key);
    trie.ensureUnmodified(expected);
    R parent = trie.none();
    int parentSlot = 0;
    int step = trie.step();
    int mask = trie.mask();
    int shift = trie.firstShift();
    long rest = Long.rotateRight(path, shift);
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        return ObjectTrie.ABSENT;
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.ENTRY) {
        boolean found = ObjectTrie.same(layout.key(node, slot), key);
        trie.ensureUnmodified(expected);
        return found ? removeEntry(path, parent, parentSlot, node, slot) : ObjectTrie.ABSENT;
      }
      if (kind == NodeLayout.COLLISION) {
        return removeCollision(parent, parentSlot, node, slot, key);
      }
      parent = node;
      parentSlot = slot;
      node = layout.child(node, slot);
      shift += step;
      rest = Long.rotateRight(rest, step);
      if (kind == NodeLayout.COMPRESSED && trie.skips()) {
        int skip = layout.skip(node);
        if (((path ^ layout.prefix(node)) & trie.runMask(shift, skip)) != 0) {
          return ObjectTrie.ABSENT;
        }
        shift += step * skip;
        rest = Long.rotateRight(path, shift);
      }
    }
  }

  private Object removeEntry(long path, R parent, int parentSlot, R node, int slot) {
    Object value = layout.value(node, slot);
    int slots = layout.slotCount(node);
    if (slots > 2 || (slots == 2 && parent == trie.none())) {
      layout.dropEntry(node, slot);
      trie.relink(parent, parentSlot, node, layout.withoutSlot(node, slot));
    } else {
      collapse.remove(path, node, slot);
    }
    return removed(value);
  }

  private Object removeCollision(R parent, int parentSlot, R node, int slot, Object key) {
    int expected = trie.modifications;
    R collision = layout.child(node, slot);
    int index = trie.indexIn(collision, key);
    trie.ensureUnmodified(expected);
    if (index < 0) {
      return ObjectTrie.ABSENT;
    }
    Object value = layout.collisionValue(collision, index);
    if (layout.collisionSize(collision) == 2) {
      R changed = layout.pulledUpFromCollision(node, slot, collision, 1 - index);
      layout.dropCollisionEntry(collision, index);
      trie.relink(parent, parentSlot, node, changed);
      layout.discard(collision);
    } else {
      layout.dropCollisionEntry(collision, index);
      trie.relink(node, slot, collision, layout.withoutCollisionEntry(collision, index));
    }
    return removed(value);
  }

  private Object removed(Object value) {
    trie.size--;
    trie.modifications++;
    return value;
  }
}
