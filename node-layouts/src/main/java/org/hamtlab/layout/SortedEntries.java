package org.hamtlab.layout;

import java.util.Arrays;
import org.hamtlab.spi.KeyOrder;

/**
 * The entries of a large collision node, immutable: those whose keys are of one class with a
 * natural order in a balanced tree, the others in an array behind them.
 *
 * <pre>
 * index   0 … t-1              t … size-1
 *         tree, ascending      others, as they came: key, value, …
 * </pre>
 *
 * <p>Others are {@code null}, keys of other classes, and keys that compare as equal to a key that
 * they do not equal or whose comparison throws. A key that is looked for is compared with the tree
 * if it is of its class, and asked for equality with all others; with everything if it is not.
 *
 * <p><b>Cost.</b> O(log n) comparisons and copied nodes for keys of the tree's class, and one call
 * of {@code equals}; linear in the others.
 *
 * <p><b>Source.</b> The idea is that of the tree bins of {@link java.util.HashMap} (JEP 180).
 */
public final class SortedEntries {
  /** Up to so many entries a list is no slower, and no class of keys need be known. */
  public static final int LARGEST_LIST = 8;

  private static final Object[] NO_OTHERS = {};
  private static final int OBJECT_BYTES = 24;
  private static final int ARRAY_BYTES = 16;

  private final Class<?> type;
  private final SortedTree tree;
  private final Object[] others;

  private SortedEntries(Class<?> type, SortedTree tree, Object[] others) {
    this.type = tree == null ? null : type;
    this.tree = tree;
    this.others = others;
  }

  /** The entries in cells of keys and values in turn; no two keys are equal. */
  public static SortedEntries of(Object[] cells) {
    KeyRun run = KeyRun.of(cells);
    int[] numbers = run.numbers();
    int ascending = run.ascending();
    SortedTree tree = SortedTree.of(cells, numbers, 0, ascending);
    boolean areAllSorted = ascending == numbers.length;
    Object[] others = areAllSorted ? NO_OTHERS : new Object[2 * (numbers.length - ascending)];
    for (int index = 0; index < others.length; index += 2) {
      int number = numbers[ascending + (index >> 1)];
      others[index] = cells[2 * number];
      others[index + 1] = cells[2 * number + 1];
    }
    return new SortedEntries(tree == null ? null : tree.key.getClass(), tree, others);
  }

  /**
   * Bytes of these, keys and values themselves excluded, for compressed references and 12-byte
   * headers.
   */
  public long bytes() {
    return OBJECT_BYTES + (long) SortedTree.NODE_BYTES * SortedTree.size(tree) + arrayBytes();
  }

  private long arrayBytes() {
    return others == NO_OTHERS ? 0 : ARRAY_BYTES + 4L * others.length;
  }

  /** Number of entries. */
  public int size() {
    return SortedTree.size(tree) + (others.length >> 1);
  }

  /** The key of an entry. */
  public Object key(int index) {
    int behind = index - SortedTree.size(tree);
    return behind < 0 ? SortedTree.at(tree, index).key : others[2 * behind];
  }

  /** The value of an entry. */
  public Object value(int index) {
    int behind = index - SortedTree.size(tree);
    return behind < 0 ? SortedTree.at(tree, index).value : others[2 * behind + 1];
  }

  /** The index of a key, or -1. */
  public int indexOf(Object key) {
    boolean mayStandAnywhere = true;
    if (KeyOrder.isOf(key, type)) {
      int rank = SortedTree.rank(tree, key);
      if (rank >= 0 && SortedTree.isSame(SortedTree.at(tree, rank).key, key)) {
        return rank;
      }
      mayStandAnywhere = rank == SortedTree.DISORDERED;
    }
    int sorted = SortedTree.size(tree);
    if (mayStandAnywhere && key != null) {
      int rank = SortedTree.scanned(tree, key, 0);
      if (rank >= 0) {
        return rank;
      }
    }
    for (int index = 0; index < others.length; index += 2) {
      if (SortedTree.isSame(others[index], key)) {
        return sorted + (index >> 1);
      }
    }
    return -1;
  }

  /** These with an entry whose key none of them has. */
  public SortedEntries with(Object key, Object value) {
    Class<?> of = tree == null ? KeyOrder.classOf(key) : type;
    if (of != null && KeyOrder.isOf(key, of)) {
      int rank = SortedTree.rank(tree, key);
      if (rank < 0 && rank != SortedTree.DISORDERED) {
        return new SortedEntries(of, SortedTree.inserted(tree, ~rank, key, value), others);
      }
    }
    Object[] more = Arrays.copyOf(others, others.length + 2);
    more[others.length] = key;
    more[others.length + 1] = value;
    return new SortedEntries(type, tree, more);
  }

  /** These without an entry. */
  public SortedEntries without(int index) {
    int behind = index - SortedTree.size(tree);
    if (behind < 0) {
      return new SortedEntries(type, SortedTree.removed(tree, index), others);
    }
    Object[] fewer = others.length == 2 ? NO_OTHERS : new Object[others.length - 2];
    System.arraycopy(others, 0, fewer, 0, 2 * behind);
    System.arraycopy(others, 2 * behind + 2, fewer, 2 * behind, fewer.length - 2 * behind);
    return new SortedEntries(type, tree, fewer);
  }

  /**
   * These with another value, and a key that equals the one that stood there. It may be of another
   * class; then it goes behind the others.
   */
  public SortedEntries replaced(int index, Object key, Object value) {
    int behind = index - SortedTree.size(tree);
    if (behind < 0) {
      return KeyOrder.isOf(key, type)
          ? new SortedEntries(type, SortedTree.replaced(tree, index, key, value), others)
          : without(index).with(key, value);
    }
    Object[] changed = others.clone();
    changed[2 * behind] = key;
    changed[2 * behind + 1] = value;
    return new SortedEntries(type, tree, changed);
  }

  /** All of them, keys and values in turn, in the order of their indices. */
  public Object[] cells() {
    Object[] cells = new Object[2 * size()];
    int behind = SortedTree.copy(tree, cells, 0);
    System.arraycopy(others, 0, cells, behind, others.length);
    return cells;
  }
}
