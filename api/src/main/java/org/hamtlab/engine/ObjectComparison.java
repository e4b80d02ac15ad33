package org.hamtlab.engine;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.hamtlab.spi.NodeLayout;

/**
 * Compares two tries place by place: whether they are equal, where both are canonical, and what one
 * has that the other lacks, for tries of one memory. What both refer to is skipped.
 *
 * @param <R> type of a node reference
 */
final class ObjectComparison<R> extends ObjectAlgebra<R> {

  ObjectComparison(ObjectTrie<R> trie) {
    super(trie);
  }

  /** Whether two branches of canonical tries hold equal entries; stops at the first difference. */
  boolean equal(R left, R right) {
    if (left == right) {
      return true;
    }
    long bitmap = layout.bitmap(left);
    long entries = layout.entryBitmap(left);
    if (bitmap != layout.bitmap(right) || entries != layout.entryBitmap(right)) {
      return false;
    }
    int slots = layout.slotCount(left);
    if (slots != layout.slotCount(right)) {
      return equalByFragments(left, right, bitmap);
    }
    // Equal bitmaps and equal forms number the slots of both branches alike.
    int entriesFirst = layout.entriesComeFirst() ? Long.bitCount(entries) : 0;
    for (int slot = 0; slot < entriesFirst; slot++) {
      if (!entriesEqual(left, slot, right, slot)) {
        return false;
      }
    }
    for (int slot = entriesFirst; slot < slots; slot++) {
      if (!slotsEqual(left, slot, right, slot)) {
        return false;
      }
    }
    return true;
  }

  /** Whether branches of different forms, where forms have a history, hold the same. */
  private boolean equalByFragments(R left, R right, long bitmap) {
    for (long rest = bitmap; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      if (!slotsEqual(left, layout.slotOf(left, fragment), right, layout.slotOf(right, fragment))) {
        return false;
      }
    }
    return true;
  }

  private boolean slotsEqual(R left, int leftSlot, R right, int rightSlot) {
    int kind = layout.kind(left, leftSlot);
    return kind == NodeLayout.ENTRY
        ? entriesEqual(left, leftSlot, right, rightSlot)
        : kind == NodeLayout.NOTHING || childrenEqual(left, leftSlot, right, rightSlot, kind);
  }

  private boolean entriesEqual(R left, int leftSlot, R right, int rightSlot) {
    return ObjectTrie.same(layout.key(left, leftSlot), layout.key(right, rightSlot))
        && valuesEqual(layout.value(left, leftSlot), layout.value(right, rightSlot));
  }

  private static boolean valuesEqual(Object left, Object right) {
    return left == right || (left != null && left.equals(right));
  }

  private boolean childrenEqual(R left, int leftSlot, R right, int rightSlot, int kind) {
    R child = layout.child(left, leftSlot);
    R other = layout.child(right, rightSlot);
    if (kind != layout.kind(right, rightSlot)) {
      return false;
    }
    if (kind == NodeLayout.COLLISION) {
      return collisionsEqual(child, other);
    }
    return child == other
        || ((kind == NodeLayout.BRANCH || samePrefix(child, other)) && equal(child, other));
  }

  private boolean collisionsEqual(R left, R right) {
    int size = layout.collisionSize(left);
    if (left == right) {
      return true;
    }
    if (size != layout.collisionSize(right)) {
      return false;
    }
    for (int index = 0; index < size; index++) {
      if (!isIn(right, layout.collisionKey(left, index), layout.collisionValue(left, index))) {
        return false;
      }
    }
    return true;
  }

  private boolean isIn(R collision, Object key, Object value) {
    int index = layout.collisionIndex(collision, key);
    return index >= 0 && Objects.equals(layout.collisionValue(collision, index), value);
  }

  /**
   * Shows the entries at places where two branches differ.
   *
   * @param first receives those of the first branch; the second may have them elsewhere
   * @param second receives those of the second
   */
  void differences(
      R left, R right, BiConsumer<Object, Object> first, BiConsumer<Object, Object> second) {
    if (left == right) {
      return;
    }
    long leftAll = layout.bitmap(left);
    long rightAll = layout.bitmap(right);
    for (long rest = leftAll | rightAll; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      long bit = rest & -rest;
      int leftSlot = (leftAll & bit) == 0 ? -1 : layout.slotOf(left, fragment);
      int rightSlot = (rightAll & bit) == 0 ? -1 : layout.slotOf(right, fragment);
      if (leftSlot >= 0 && rightSlot >= 0 && areAlike(left, leftSlot, right, rightSlot)) {
        differences(layout.child(left, leftSlot), layout.child(right, rightSlot), first, second);
      } else {
        if (leftSlot >= 0) {
          show(left, leftSlot, first);
        }
        if (rightSlot >= 0) {
          show(right, rightSlot, second);
        }
      }
    }
  }

  /** Whether branches stand in two slots that begin at one level under one prefix. */
  private boolean areAlike(R left, int leftSlot, R right, int rightSlot) {
    int kind = layout.kind(left, leftSlot);
    if (kind != layout.kind(right, rightSlot)) {
      return false;
    }
    return kind == NodeLayout.BRANCH
        || (kind == NodeLayout.COMPRESSED
            && samePrefix(layout.child(left, leftSlot), layout.child(right, rightSlot)));
  }

  private boolean samePrefix(R left, R right) {
    return layout.skip(left) == layout.skip(right) && layout.prefix(left) == layout.prefix(right);
  }

  private void show(R branch, int slot, BiConsumer<Object, Object> receiver) {
    int kind = layout.kind(branch, slot);
    if (kind == NodeLayout.ENTRY) {
      receiver.accept(layout.key(branch, slot), layout.value(branch, slot));
    } else if (kind == NodeLayout.COLLISION) {
      R collision = layout.child(branch, slot);
      int size = layout.collisionSize(collision);
      for (int index = 0; index < size; index++) {
        receiver.accept(
            layout.collisionKey(collision, index), layout.collisionValue(collision, index));
      }
    } else if (kind != NodeLayout.NOTHING) {
      R child = layout.child(branch, slot);
      int slots = layout.slotCount(child);
      for (int below = 0; below < slots; below++) {
        show(child, below, receiver);
      }
    }
  }
}
