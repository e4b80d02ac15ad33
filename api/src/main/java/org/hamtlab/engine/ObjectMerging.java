package org.hamtlab.engine;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Asks for the merged values of a union before the union is made, in the order in which {@link
 * ObjectUnion} asks for them: so that nobody's function is called under the lock of a memory, where
 * it could wait for a thread that waits for the lock.
 *
 * <p><b>Cost.</b> Visits what a union visits, but makes no nodes; a reference a common key.
 *
 * @param <R> type of a node reference
 */
final class ObjectMerging<R> {
  private final ObjectTrie<R> left;
  private final ObjectTrie<R> right;
  private final ObjectNodeLayout<R> leftNodes;
  private final ObjectNodeLayout<R> rightNodes;
  private final TrieRules rules;
  private final boolean isOneMemory;
  private final BinaryOperator<Object> merge;
  private Object[] merged = new Object[8];
  private int count;

  /** For two tries of one composition that hash alike and skip no levels, neither empty. */
  ObjectMerging(ObjectTrie<R> left, ObjectTrie<R> right, BinaryOperator<Object> merge) {
    this.left = left;
    this.right = right;
    this.leftNodes = left.layout;
    this.rightNodes = right.layout;
    this.rules = left.rules;
    this.isOneMemory = left.store == right.store;
    this.merge = merge;
  }

  /** Calls the function for all common keys; answers one that gives the results in that order. */
  BinaryOperator<Object> recorded() {
    merge(left.root, right.root);
    Reference.reachabilityFence(left);
    Reference.reachabilityFence(right);
    int[] next = new int[1];
    return (first, second) -> merged[next[0]++];
  }

  private void merge(R branch, R other) {
    if (isOneMemory && branch == other) {
      return;
    }
    long same = same(branch, other);
    long below = leftNodes.bitmap(branch) & rightNodes.bitmap(other) & ~same;
    for (long rest = below; rest != 0; rest &= rest - 1) {
      mergeBelow(branch, other, Long.numberOfTrailingZeros(rest));
    }
    for (long rest = same; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      add(
          leftNodes.value(branch, leftNodes.entrySlot(branch, fragment)),
          rightNodes.value(other, rightNodes.entrySlot(other, fragment)));
    }
  }

  /** The fragments at which both branches have an entry of one key. */
  private long same(R branch, R other) {
    long same = 0;
    long both = leftNodes.entryBitmap(branch) & rightNodes.entryBitmap(other);
    for (long rest = both; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int slot = leftNodes.entrySlot(branch, fragment);
      int otherSlot = rightNodes.entrySlot(other, fragment);
      boolean mayBeSame =
          !rules.memoises() || leftNodes.path(branch, slot) == rightNodes.path(other, otherSlot);
      if (mayBeSame
          && ObjectTrie.same(leftNodes.key(branch, slot), rightNodes.key(other, otherSlot))) {
        same |= rest & -rest;
      }
    }
    return same;
  }

  private void mergeBelow(R branch, R other, int fragment) {
    int slot = leftNodes.slotOf(branch, fragment);
    int otherSlot = rightNodes.slotOf(other, fragment);
    int kind = leftNodes.kind(branch, slot);
    int otherKind = rightNodes.kind(other, otherSlot);
    if (kind == NodeLayout.ENTRY && otherKind == NodeLayout.ENTRY) {
      return;
    }
    if (kind == otherKind) {
      R child = leftNodes.child(branch, slot);
      R otherChild = rightNodes.child(other, otherSlot);
      if (isOneMemory && child == otherChild) {
        return;
      }
      if (kind == NodeLayout.BRANCH) {
        merge(child, otherChild);
        return;
      }
    }
    boolean leftIsHost =
        kind == NodeLayout.BRANCH || otherKind == NodeLayout.ENTRY || kind == otherKind;
    if (leftIsHost) {
      mergeGuests(right, other, otherSlot, otherKind, true);
    } else {
      mergeGuests(left, branch, slot, kind, false);
    }
  }

  /**
   * What the entries in one slot, those of one key or of a collision node, find in the other trie.
   */
  private void mergeGuests(ObjectTrie<R> trie, R branch, int slot, int kind, boolean hostIsLeft) {
    ObjectNodeLayout<R> layout = trie.layout;
    long stored = rules.memoises() ? layout.path(branch, slot) : 0;
    if (kind == NodeLayout.ENTRY) {
      mergeGuest(layout.key(branch, slot), layout.value(branch, slot), stored, hostIsLeft);
      return;
    }
    R collision = layout.child(branch, slot);
    int size = layout.collisionSize(collision);
    for (int index = 0; index < size; index++) {
      mergeGuest(
          layout.collisionKey(collision, index),
          layout.collisionValue(collision, index),
          stored,
          hostIsLeft);
    }
  }

  private void mergeGuest(Object key, Object value, long stored, boolean hostIsLeft) {
    ObjectTrie<R> host = hostIsLeft ? left : right;
    Object present = host.find(rules.pathOf(key, 0, stored), key, ObjectTrie.ABSENT);
    if (present != ObjectTrie.ABSENT) {
      add(hostIsLeft ? present : value, hostIsLeft ? value : present);
    }
  }

  private void add(Object first, Object second) {
    if (count == merged.length) {
      merged = Arrays.copyOf(merged, 2 * count);
    }
    merged[count] = merge.apply(first, second);
    count++;
  }
}
