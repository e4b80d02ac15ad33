package org.hamtlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.hamtlab.spi.NodeLayout;

/**
 * The union of two tries of one memory. Subtrees that only one side has, and those that both refer
 * to, are taken whole.
 *
 * <p><b>Cost.</b> Bounded by the slots that the tries do not share; what only the right one has is
 * visited to count its entries.
 *
 * @param <R> type of a node reference
 */
final class ObjectUnion<R> extends ObjectAlgebra<R> {
  private final ObjectPlacing<R> placing;
  private final BinaryOperator<Object> merge;
  private final ObjectCellInsertion<R> intoLeft;
  private final ObjectCellInsertion<R> intoRight;
  private final ObjectTrie<R> trie;
  private long added;

  /** Unions below the roots, by fragment, that tasks have made. */
  private R[] ready;

  ObjectUnion(ObjectTrie<R> left, ObjectPlacing<R> placing, BinaryOperator<Object> merge) {
    super(left);
    this.trie = left;
    this.placing = placing;
    this.merge = merge;
    this.intoLeft = new ObjectCellInsertion<R>(rules, layout, placing, merge, true);
    this.intoRight = new ObjectCellInsertion<R>(rules, layout, placing, merge, false);
  }

  /** Entries of the union that the left trie lacks, once it was computed. */
  int added() {
    return Math.toIntExact(added);
  }

  /** Makes the unions of what stands below two roots at once, for {@link #union} to take. */
  @SuppressWarnings("unchecked")
  void divide(R left, R right) {
    R[] made = (R[]) new Object[rules.mask() + 1];
    List<ObjectUnion<R>> parts = new ArrayList<>();
    BulkTasks tasks = new BulkTasks();
    long both = layout.bitmap(left) & layout.bitmap(right);
    for (long rest = both; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int leftSlot = layout.slotOf(left, fragment);
      int rightSlot = layout.slotOf(right, fragment);
      if (layout.kind(left, leftSlot) == NodeLayout.BRANCH
          && layout.kind(right, rightSlot) == NodeLayout.BRANCH) {
        R child = layout.child(left, leftSlot);
        R other = layout.child(right, rightSlot);
        ObjectUnion<R> part = new ObjectUnion<R>(trie, placing, merge);
        parts.add(part);
        tasks.add(() -> made[fragment] = part.union(child, other, 1));
      }
    }
    tasks.run();
    parts.forEach(part -> added += part.added);
    ready = made;
  }

  /** The union of two branches of a level; the left one itself if nothing comes of the right. */
  R union(R left, R right, int level) {
    if (left == right) {
      return left;
    }
    long leftEntries = layout.entryBitmap(left);
    long rightEntries = layout.entryBitmap(right);
    long leftAll = layout.bitmap(left);
    long rightAll = layout.bitmap(right);
    long both = leftEntries & rightEntries;
    long same = same(left, right, both);
    long entries = (leftEntries & ~rightAll) | (rightEntries & ~leftAll) | same;
    long childBits = (leftAll | rightAll) & ~entries;
    R[] children = children(level);
    boolean changed = (rightAll & ~leftAll) != 0;
    for (long rest = childBits; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      long bit = rest & -rest;
      if ((rightAll & bit) == 0) {
        children[fragment] = layout.child(left, layout.nodeSlot(left, fragment));
      } else if ((leftAll & bit) == 0) {
        int slot = layout.nodeSlot(right, fragment);
        added += entriesBelow(right, slot);
        children[fragment] = layout.child(right, slot);
      } else {
        R child = unionBelow(left, right, fragment, level);
        children[fragment] = child;
        changed |=
            (leftEntries & bit) != 0
                || child != layout.child(left, layout.nodeSlot(left, fragment));
      }
    }
    added += Long.bitCount(rightEntries & ~leftAll);
    if (same != 0 || changed) {
      return assembled(
          left, right, leftEntries, entries, childBits, same, children, changed, level);
    }
    return left;
  }

  /** The fragments at which both branches have an entry of one key. */
  private long same(R left, R right, long both) {
    long same = 0;
    for (long rest = both; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int leftSlot = layout.entrySlot(left, fragment);
      int rightSlot = layout.entrySlot(right, fragment);
      boolean mayBeSame =
          !rules.memoises() || layout.path(left, leftSlot) == layout.path(right, rightSlot);
      if (mayBeSame && ObjectTrie.same(layout.key(left, leftSlot), layout.key(right, rightSlot))) {
        same |= rest & -rest;
      }
    }
    return same;
  }

  private R assembled(
      R left,
      R right,
      long leftEntries,
      long entries,
      long childBits,
      long same,
      R[] children,
      boolean changed,
      int level) {
    Object[] merged = values(level);
    boolean differs = changed;
    for (long rest = same; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      Object value = layout.value(left, layout.entrySlot(left, fragment));
      Object other = layout.value(right, layout.entrySlot(right, fragment));
      merged[fragment] = merge.apply(value, other);
      differs |= merged[fragment] != value;
    }
    if (!differs) {
      return left;
    }
    R branch = layout.blank(entries, childBits);
    for (long rest = childBits; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      layout.link(branch, layout.nodeSlot(branch, fragment), children[fragment]);
    }
    int next = 0;
    for (long rest = entries; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      long bit = rest & -rest;
      R from = (leftEntries & bit) != 0 ? left : right;
      int slot = layout.entrySlot(from, fragment);
      if (rules.memoises()) {
        layout.announce(layout.path(from, slot));
      }
      layout.fillEntry(
          branch,
          layout.entriesComeFirst() ? next++ : layout.entrySlot(branch, fragment),
          layout.key(from, slot),
          (same & bit) != 0 ? merged[fragment] : layout.value(from, slot));
    }
    return branch;
  }

  /** The union of what two branches have at one fragment, which becomes a child. */
  private R unionBelow(R left, R right, int fragment, int level) {
    if (level == 0 && ready != null && ready[fragment] != none()) {
      return ready[fragment];
    }
    int leftSlot = layout.slotOf(left, fragment);
    int rightSlot = layout.slotOf(right, fragment);
    int leftKind = layout.kind(left, leftSlot);
    int rightKind = layout.kind(right, rightSlot);
    if (leftKind == NodeLayout.BRANCH && rightKind == NodeLayout.BRANCH) {
      return union(layout.child(left, leftSlot), layout.child(right, rightSlot), level + 1);
    }
    if (leftKind == rightKind
        && leftKind == NodeLayout.COLLISION
        && layout.child(left, leftSlot) == layout.child(right, rightSlot)) {
      return layout.child(left, leftSlot);
    }
    if (leftKind == NodeLayout.ENTRY && rightKind == NodeLayout.ENTRY) {
      added++;
      return parted(left, leftSlot, right, rightSlot, level);
    }
    boolean leftIsHost =
        leftKind == NodeLayout.BRANCH || rightKind == NodeLayout.ENTRY || leftKind == rightKind;
    return leftIsHost
        ? joined(left, leftSlot, right, rightSlot, level, true)
        : joined(right, rightSlot, left, leftSlot, level, false);
  }

  /** A child with two entries of unequal keys. */
  private R parted(R left, int leftSlot, R right, int rightSlot, int level) {
    Object present = layout.key(left, leftSlot);
    Object key = layout.key(right, rightSlot);
    int generation = rules.generation(level);
    return placing.parted(
        left,
        leftSlot,
        level,
        present,
        rules.pathOf(present, generation, placing.stored(left, leftSlot)),
        key,
        rules.pathOf(key, generation, placing.stored(right, rightSlot)),
        layout.value(right, rightSlot));
  }

  /**
   * The child in one slot with the entries in another, which are an entry's or a collision node's.
   *
   * @param hostIsLeft whether the child is the left side's
   */
  private R joined(R host, int hostSlot, R guest, int guestSlot, int level, boolean hostIsLeft) {
    R child = layout.child(host, hostSlot);
    boolean isCollision = layout.kind(host, hostSlot) == NodeLayout.COLLISION;
    long hosts = hostIsLeft ? 0 : entriesBelow(host, hostSlot);
    int guests;
    ObjectCellInsertion<R> cell = hostIsLeft ? intoLeft : intoRight;
    cell.startAt(child, isCollision, level + 1);
    if (layout.kind(guest, guestSlot) == NodeLayout.ENTRY) {
      guests = 1;
      cell.put(
          layout.key(guest, guestSlot),
          layout.value(guest, guestSlot),
          placing.stored(guest, guestSlot));
    } else {
      R collision = layout.child(guest, guestSlot);
      guests = layout.collisionSize(collision);
      cell.putAll(collision);
    }
    added += hostIsLeft ? cell.added() : hosts + cell.added() - guests;
    return cell.child();
  }
}
