package org.hamtlab.layout.champ;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/**
 * How {@link ChampLayout} makes nodes: arrays that the allocator accounts for, and whose they are.
 */
abstract class ChampArrays extends ChampReading {
  final int directChildren;
  private final Object mark;

  /** Whether arrays are made without asking the allocator and without a mark. */
  private final boolean isPlain;

  /** What was granted for branches whose content does not tell; empty in practice. */
  private final Map<Object, Integer> otherwiseGranted = new IdentityHashMap<>();

  /**
   * Prepares a layout or a view.
   *
   * @param sorts whether large collision nodes are sorted
   * @param mark of the arrays that it may change in place; {@code null} for none
   * @param exclusive whether it may change everything in place
   */
  ChampArrays(
      HashDigits digits,
      int directChildren,
      boolean sorts,
      Allocator allocator,
      Object mark,
      boolean exclusive) {
    super(digits, sorts, allocator, exclusive);
    this.directChildren = directChildren;
    this.mark = mark;
    this.isPlain = !counted && mark == null;
  }

  @Override
  public boolean owned(Object node) {
    if (exclusive) {
      return true;
    }
    if (mark == null || node instanceof Collision) {
      return false;
    }
    Object[] slots = node instanceof SparseNode sparse ? sparse.slots : (Object[]) node;
    return slots[slots.length - 1] == mark;
  }

  /** An array with room for so many cells and, in a transient, its mark behind them. */
  final Object[] array(int cells) {
    if (isPlain) {
      return new Object[cells];
    }
    if (counted) {
      allocator.allocate(Math.max(1, cells));
    }
    if (mark == null) {
      return new Object[cells];
    }
    Object[] array = new Object[cells + 1];
    array[cells] = mark;
    return array;
  }

  /** Takes note that the array of a branch is no longer used. */
  final void release(Object branch) {
    int granted = branch instanceof SparseNode node ? Math.max(1, node.cells()) : fanOut;
    if (!otherwiseGranted.isEmpty()) {
      Integer other = otherwiseGranted.remove(branch);
      granted = other == null ? granted : other;
    }
    if (granted > 0) {
      allocator.free(Allocator.FRESH, granted);
    }
  }

  /** Whether the allocator grants what only makes something smaller. */
  final boolean isGranted(int cells) {
    try {
      allocator.allocate(Math.max(1, cells));
      return true;
    } catch (AllocationException refused) {
      return false;
    }
  }

  /** The array with cells inserted, which stay {@code null}. */
  final Object[] opened(Object[] from, int cells, int at, int count) {
    Object[] array = array(cells + count);
    System.arraycopy(from, 0, array, 0, at);
    System.arraycopy(from, at, array, at + count, cells - at);
    return array;
  }

  /** An array for what replaces something no smaller; {@link #shrunk} asks the allocator. */
  final Object[] smallerArray(int cells) {
    return exclusive ? new Object[cells] : array(cells);
  }

  /** The array without some cells, for {@link #shrunk}. */
  final Object[] closed(Object[] from, int cells, int at, int count) {
    Object[] array = smallerArray(cells - count);
    System.arraycopy(from, 0, array, 0, at);
    System.arraycopy(from, at + count, array, at, cells - at - count);
    return array;
  }

  /** The sparse branch with other content: the same object if it is owned, else a new one. */
  final Object with(SparseNode node, int entries, int children, Object[] slots) {
    if (!owned(node)) {
      return new SparseNode(entries, children, slots);
    }
    if (counted) {
      release(node);
    }
    node.entries = entries;
    node.children = children;
    node.slots = slots;
    return node;
  }

  /**
   * The sparse branch with content that needs no more room. Where everything is owned it never
   * lacks memory: what the allocator refuses stays accounted for as it was.
   */
  final Object shrunk(SparseNode node, int entries, int children, Object[] slots) {
    if (!exclusive) {
      return with(node, entries, children, slots);
    }
    if (isGranted(slots.length)) {
      release(node);
    } else {
      otherwiseGranted.putIfAbsent(node, Math.max(1, node.cells()));
    }
    node.entries = entries;
    node.children = children;
    node.slots = slots;
    return node;
  }

  /** Whether content of that much stands in a direct branch. */
  final boolean isDirect(int entryBits, int children) {
    return entryBits == 0 && children >= directChildren;
  }

  /** The children of a bitmap, taken from a place in an array, as a direct branch. */
  final Object[] direct(int children, Object[] from, int first) {
    Object[] direct = array(fanOut);
    int index = first;
    for (int rest = children; rest != 0; rest &= rest - 1) {
      direct[Integer.numberOfTrailingZeros(rest)] = from[index++];
    }
    return direct;
  }

  /**
   * A direct branch as a sparse one with the children of a bitmap and room for entries, which needs
   * less memory.
   */
  final SparseNode sparse(Object[] direct, int entries, int children) {
    int first = 2 * Integer.bitCount(entries);
    int cells = first + Integer.bitCount(children);
    Object[] slots = smallerArray(cells);
    int index = first;
    for (int rest = children; rest != 0; rest &= rest - 1) {
      slots[index++] = direct[Integer.numberOfTrailingZeros(rest)];
    }
    SparseNode sparse = new SparseNode(entries, children, slots);
    if (exclusive && !isGranted(cells)) {
      otherwiseGranted.put(sparse, 0);
    }
    return sparse;
  }

  @Override
  public Object entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    Object[] slots = array(2);
    slots[0] = key;
    slots[1] = value;
    return new SparseNode(1 << fragment, 0, slots);
  }

  @Override
  public Object childBranch(int skip, long prefix, int fragment, Object child) {
    Object[] slots = array(1);
    slots[0] = child;
    return new SparseNode(0, 1 << fragment, slots);
  }

  @Override
  public Object blank(long entries, long children) {
    int childCount = Long.bitCount(children);
    return isDirect((int) entries, childCount)
        ? array(fanOut)
        : new SparseNode(
            (int) entries, (int) children, array(2 * Long.bitCount(entries) + childCount));
  }

  @Override
  public void fillEntry(Object branch, int slot, Object key, Object value) {
    linkEntry(branch, slot, key, value);
  }

  @Override
  public Object forkBranch(
      int skip,
      long prefix,
      Object from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    if (kind(from, slot) != ENTRY) {
      Object[] slots = array(3);
      slots[0] = key;
      slots[1] = value;
      slots[2] = child(from, slot);
      return new SparseNode(1 << newFragment, 1 << fragment, slots);
    }
    Object[] slots = array(4);
    int moved = fragment < newFragment ? 0 : 2;
    slots[moved] = key(from, slot);
    slots[moved + 1] = value(from, slot);
    slots[2 - moved] = key;
    slots[3 - moved] = value;
    return new SparseNode(1 << fragment | 1 << newFragment, 0, slots);
  }

  @Override
  public Object copied(Object node) {
    if (node instanceof SparseNode sparse) {
      return new SparseNode(sparse.entries, sparse.children, copyOf(sparse.slots, sparse.cells()));
    }
    return node instanceof Object[] direct ? copyOf(direct, fanOut) : ((Collision) node).copy();
  }

  /** The first cells of an array, in one of their own. */
  private Object[] copyOf(Object[] from, int cells) {
    if (isPlain) {
      // Copied as a whole an array is not cleared before.
      return from.length == cells ? from.clone() : Arrays.copyOf(from, cells);
    }
    Object[] copy = array(cells);
    System.arraycopy(from, 0, copy, 0, cells);
    return copy;
  }
}
