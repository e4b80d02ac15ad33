package org.hamtlab.engine;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.hamtlab.spi.NodeLayout;

/**
 * The entries of a trie that satisfy a condition, or that another trie of the same memory has or
 * lacks. Subtrees that stay whole are shared.
 *
 * <p><b>Cost.</b> Of a comparison: bounded by the slots that the tries do not share. Of a
 * condition: a visit of every entry.
 *
 * @param <R> type of a node reference
 */
final class ObjectRetention<R> extends ObjectAlgebra<R> {
  private final BiPredicate<Object, Object> condition;
  private final boolean keepsCommon;
  private final ObjectTrie<R> trie;
  private long kept;
  private long removed;

  /** What stays of the root's children, by fragment, where tasks have found it. */
  private ObjectRetention<R>[] ready;

  /** What {@link #divide} found. */
  private R result;

  /** The entry that is all that stays of a subtree whose result is none. */
  private boolean isLone;

  private Object loneKey;
  private Object loneValue;

  /** Keeps what satisfies a condition. */
  ObjectRetention(ObjectTrie<R> trie, BiPredicate<Object, Object> condition) {
    super(trie);
    this.trie = trie;
    this.condition = condition;
    this.keepsCommon = false;
  }

  /**
   * Keeps what another trie has, or lacks.
   *
   * @param keepsCommon whether keys of both stay, else those of the first alone
   */
  ObjectRetention(ObjectTrie<R> trie, boolean keepsCommon) {
    super(trie);
    this.trie = trie;
    this.condition = null;
    this.keepsCommon = keepsCommon;
  }

  /** The number of entries that stayed, out of so many. */
  int size(int before) {
    return condition == null && !keepsCommon
        ? Math.toIntExact(kept)
        : Math.toIntExact(before - removed);
  }

  /** Asks the condition of every entry; answers one that decides alike in the same order. */
  BiPredicate<Object, Object> decided() {
    BitSet decisions = new BitSet(trie.size);
    int[] count = new int[1];
    decide(trie.root, (key, value) -> decisions.set(count[0]++, condition.test(key, value)));
    Reference.reachabilityFence(trie);
    int[] next = new int[1];
    return (key, value) -> decisions.get(next[0]++);
  }

  /** Shows the entries below a branch in the order in which {@link #retained} asks for them. */
  private void decide(R branch, BiConsumer<Object, Object> entries) {
    long ownEntries = layout.entryBitmap(branch);
    for (long rest = layout.bitmap(branch) & ~ownEntries; rest != 0; rest &= rest - 1) {
      R child = layout.child(branch, layout.nodeSlot(branch, Long.numberOfTrailingZeros(rest)));
      if (!layout.isCollision(child)) {
        decide(child, entries);
        continue;
      }
      int size = layout.collisionSize(child);
      for (int index = 0; index < size; index++) {
        entries.accept(layout.collisionKey(child, index), layout.collisionValue(child, index));
      }
    }
    for (long rest = ownEntries; rest != 0; rest &= rest - 1) {
      int slot = layout.entrySlot(branch, Long.numberOfTrailingZeros(rest));
      entries.accept(layout.key(branch, slot), layout.value(branch, slot));
    }
  }

  /** Finds what stays below a root at once, for {@link #retained} to take. */
  @SuppressWarnings("unchecked")
  void divide(R root, R other) {
    ObjectRetention<R>[] parts = new ObjectRetention[rules.mask() + 1];
    BulkTasks tasks = new BulkTasks();
    for (long rest = layout.bitmap(root); rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int slot = layout.slotOf(root, fragment);
      if (layout.kind(root, slot) == NodeLayout.BRANCH) {
        ObjectRetention<R> part =
            condition == null
                ? new ObjectRetention<R>(trie, keepsCommon)
                : new ObjectRetention<R>(trie, condition);
        parts[fragment] = part;
        tasks.add(() -> part.result = part.below(root, slot, other, condition, fragment, 0));
      }
    }
    tasks.run();
    ready = parts;
  }

  private R taken(ObjectRetention<R> part) {
    kept += part.kept;
    removed += part.removed;
    isLone = part.isLone;
    loneKey = part.loneKey;
    loneValue = part.loneValue;
    return part.result;
  }

  /** What stays of a root. */
  R retained(R root, R other) {
    return retained(root, other, condition, 0);
  }

  /**
   * What stays of a branch: itself, a smaller one, its lone collision node, or none, which may mean
   * a lone entry.
   *
   * @param other the other trie's branch there
   * @param deciding decides instead of the other trie, if not {@code null}
   */
  private R retained(R branch, R other, BiPredicate<Object, Object> deciding, int level) {
    if (deciding == null && branch == other) {
      return keepsCommon ? branch : none();
    }
    long oldEntries = layout.entryBitmap(branch);
    long oldChildren = layout.bitmap(branch) & ~oldEntries;
    long entries = 0;
    long childBits = 0;
    R[] children = children(level);
    Object[] lone = null;
    boolean changed = false;
    for (long rest = oldChildren; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int slot = layout.nodeSlot(branch, fragment);
      R left =
          level == 0 && ready != null && ready[fragment] != null
              ? taken(ready[fragment])
              : below(branch, slot, other, deciding, fragment, level);
      changed |= isLone || left != layout.child(branch, slot);
      if (isLone) {
        isLone = false;
        entries |= rest & -rest;
        lone = lone == null ? new Object[2 * (rules.mask() + 1)] : lone;
        lone[2 * fragment] = loneKey;
        lone[2 * fragment + 1] = loneValue;
      } else if (left != none()) {
        childBits |= rest & -rest;
        children[fragment] = left;
      }
    }
    long keptEntries = keptEntries(branch, oldEntries, other, deciding, level);
    if (!changed && keptEntries == oldEntries) {
      return branch;
    }
    return assembled(branch, keptEntries, entries, lone, childBits, children, level);
  }

  private long keptEntries(
      R branch, long entries, R other, BiPredicate<Object, Object> deciding, int level) {
    long keptEntries = 0;
    for (long rest = entries; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int slot = layout.entrySlot(branch, fragment);
      Object key = layout.key(branch, slot);
      if (stays(key, layout.value(branch, slot), other, deciding, fragment, level)) {
        keptEntries |= rest & -rest;
      }
    }
    return keptEntries;
  }

  /** Whether an entry stays, which is counted. */
  private boolean stays(
      Object key,
      Object value,
      R other,
      BiPredicate<Object, Object> deciding,
      int fragment,
      int level) {
    boolean stays =
        deciding != null
            ? deciding.test(key, value)
            : isIn(other, fragment, level, key) == keepsCommon;
    if (stays) {
      kept++;
    } else {
      removed++;
    }
    return stays;
  }

  private boolean isIn(R branch, int fragment, int level, Object key) {
    if (!layout.occupied(branch, fragment)) {
      return false;
    }
    int slot = layout.slotOf(branch, fragment);
    return switch (layout.kind(branch, slot)) {
      case NodeLayout.ENTRY -> ObjectTrie.same(layout.key(branch, slot), key);
      case NodeLayout.COLLISION -> layout.collisionIndex(layout.child(branch, slot), key) >= 0;
      default -> {
        long path = rules.pathOf(key, rules.generation(level + 1));
        int below = rules.fragment(path, level + 1);
        yield isIn(layout.child(branch, slot), below, level + 1, key);
      }
    };
  }

  /** What stays of a child. */
  private R below(
      R branch, int slot, R other, BiPredicate<Object, Object> deciding, int fragment, int level) {
    R child = layout.child(branch, slot);
    R left = below(branch, slot, child, other, deciding, fragment, level);
    return rules.rehashes() && left != child && left != none() && rules.isRootLevel(level + 1)
        ? pulledUp(left)
        : left;
  }

  /**
   * What stays of the root of a further generation, where a lone entry may stand at the end of the
   * one before though not in branches between.
   */
  private R pulledUp(R root) {
    R node = root;
    while (rules.compression().restores()
        && !layout.isCollision(node)
        && layout.usedSlots(node) == 1) {
      int slot = chains.onlySlot(node);
      if (layout.kind(node, slot) == NodeLayout.ENTRY) {
        isLone = true;
        loneKey = layout.key(node, slot);
        loneValue = layout.value(node, slot);
        return none();
      }
      node = layout.child(node, slot);
    }
    return layout.isCollision(node) ? node : root;
  }

  private R below(
      R branch,
      int slot,
      R child,
      R other,
      BiPredicate<Object, Object> deciding,
      int fragment,
      int level) {
    boolean isBranch = layout.kind(branch, slot) == NodeLayout.BRANCH;
    if (deciding == null) {
      if (!layout.occupied(other, fragment)) {
        return alone(branch, slot, child);
      }
      int otherSlot = layout.slotOf(other, fragment);
      boolean otherIsEntry = layout.kind(other, otherSlot) == NodeLayout.ENTRY;
      if (!otherIsEntry && layout.child(other, otherSlot) == child) {
        return keepsCommon ? child : none();
      }
      if (isBranch) {
        return layout.kind(other, otherSlot) == NodeLayout.BRANCH
            ? retained(child, layout.child(other, otherSlot), null, level + 1)
            : retained(child, none(), among(other, fragment, level), level + 1);
      }
    } else if (isBranch) {
      return retained(child, none(), deciding, level + 1);
    }
    return retainedCollision(child, other, deciding, fragment, level);
  }

  /** What stays of a child where the other trie has nothing. */
  private R alone(R branch, int slot, R child) {
    long count = entriesBelow(branch, slot);
    if (keepsCommon) {
      removed += count;
      return none();
    }
    kept += count;
    return child;
  }

  /** Decides by what the other trie has at one fragment, an entry or a collision node. */
  private BiPredicate<Object, Object> among(R other, int fragment, int level) {
    return (key, value) -> isIn(other, fragment, level, key) == keepsCommon;
  }

  private R retainedCollision(
      R collision, R other, BiPredicate<Object, Object> deciding, int fragment, int level) {
    int size = layout.collisionSize(collision);
    Object[] left = new Object[2 * size];
    int count = 0;
    for (int index = 0; index < size; index++) {
      Object key = layout.collisionKey(collision, index);
      Object value = layout.collisionValue(collision, index);
      if (stays(key, value, other, deciding, fragment, level)) {
        left[2 * count] = key;
        left[2 * count + 1] = value;
        count++;
      }
    }
    if (count == size) {
      return collision;
    }
    if (count == 1) {
      isLone = true;
      loneKey = left[0];
      loneValue = left[1];
    }
    if (count <= 1) {
      return none();
    }
    if (rules.memoises()) {
      layout.announce(layout.collisionPath(collision));
    }
    return layout.collisionOf(Arrays.copyOf(left, 2 * count));
  }

  private R assembled(
      R branch,
      long keptEntries,
      long pulledUp,
      Object[] lone,
      long childBits,
      R[] children,
      int level) {
    long entries = keptEntries | pulledUp;
    int count = Long.bitCount(entries) + Long.bitCount(childBits);
    if (count == 0) {
      return none();
    }
    if (count == 1 && level > 0 && rules.compression().restores() && mayStandAt(level - 1)) {
      if (childBits == 0) {
        setLone(branch, keptEntries, pulledUp, lone);
        return none();
      }
      R only = children[Long.numberOfTrailingZeros(childBits)];
      if (layout.isCollision(only)) {
        return only;
      }
    }
    R smaller = layout.blank(entries, childBits);
    for (long rest = childBits; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      layout.link(smaller, layout.slotOf(smaller, fragment), children[fragment]);
    }
    for (long rest = entries; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int slot = layout.slotOf(smaller, fragment);
      if ((pulledUp & rest & -rest) != 0) {
        if (rules.memoises()) {
          layout.announce(rules.pathOf(lone[2 * fragment]));
        }
        layout.fillEntry(smaller, slot, lone[2 * fragment], lone[2 * fragment + 1]);
      } else {
        int from = layout.slotOf(branch, fragment);
        if (rules.memoises()) {
          layout.announce(layout.path(branch, from));
        }
        layout.fillEntry(smaller, slot, layout.key(branch, from), layout.value(branch, from));
      }
    }
    return smaller;
  }

  private void setLone(R branch, long keptEntries, long pulledUp, Object[] lone) {
    isLone = true;
    int fragment = Long.numberOfTrailingZeros(keptEntries | pulledUp);
    if (pulledUp != 0) {
      loneKey = lone[2 * fragment];
      loneValue = lone[2 * fragment + 1];
    } else {
      int slot = layout.slotOf(branch, fragment);
      loneKey = layout.key(branch, slot);
      loneValue = layout.value(branch, slot);
    }
  }
}
