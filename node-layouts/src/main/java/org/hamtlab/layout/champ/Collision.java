package org.hamtlab.layout.champ;

import java.util.Arrays;
import org.hamtlab.layout.SortedEntries;

/**
 * Entries whose paths are equal in all bits: key, value, key, value, … in an array of exact size
 * or, where many are sorted, in a tree.
 */
final class Collision {
  /** A 12-byte header and two references, padded. */
  private static final int OBJECT_BYTES = 24;

  private static final int ARRAY_BYTES = 16;

  Object[] cells;
  SortedEntries sorted;

  private Collision(Object[] cells, SortedEntries sorted) {
    this.cells = cells;
    this.sorted = sorted;
  }

  /** The entries in an array, which is kept, unless they are to be sorted. */
  static Collision of(Object[] cells, boolean sorts) {
    return sorts && cells.length > 2 * SortedEntries.LARGEST_LIST
        ? new Collision(null, SortedEntries.of(cells))
        : new Collision(cells, null);
  }

  /** Bytes of this and what it holds, keys and values themselves excluded. */
  long bytes() {
    return OBJECT_BYTES + (cells == null ? sorted.bytes() : ARRAY_BYTES + 4L * cells.length);
  }

  int size() {
    return cells == null ? sorted.size() : cells.length >> 1;
  }

  Object key(int index) {
    return cells == null ? sorted.key(index) : cells[2 * index];
  }

  Object value(int index) {
    return cells == null ? sorted.value(index) : cells[2 * index + 1];
  }

  int indexOf(Object key) {
    if (cells == null) {
      return sorted.indexOf(key);
    }
    for (int cell = 0; cell < cells.length; cell += 2) {
      Object present = cells[cell];
      if (present == key || (key != null && key.equals(present))) {
        return cell >> 1;
      }
    }
    return -1;
  }

  /** A node with an entry that this one lacks. */
  Collision with(Object key, Object value, boolean sorts) {
    if (cells == null) {
      return new Collision(null, sorted.with(key, value));
    }
    Object[] more = Arrays.copyOf(cells, cells.length + 2);
    more[cells.length] = key;
    more[cells.length + 1] = value;
    return of(more, sorts);
  }

  /** A node without an entry, which holds the others in the same order. */
  Collision without(int index) {
    if (cells == null) {
      SortedEntries fewer = sorted.without(index);
      return fewer.size() > SortedEntries.LARGEST_LIST
          ? new Collision(null, fewer)
          : new Collision(fewer.cells(), null);
    }
    Object[] fewer = new Object[cells.length - 2];
    System.arraycopy(cells, 0, fewer, 0, 2 * index);
    System.arraycopy(cells, 2 * index + 2, fewer, 2 * index, fewer.length - 2 * index);
    return new Collision(fewer, null);
  }

  /** Puts an entry in the place of one whose key is equal, in place. */
  void set(int index, Object key, Object value) {
    if (cells == null) {
      sorted = sorted.replaced(index, key, value);
    } else {
      cells[2 * index] = key;
      cells[2 * index + 1] = value;
    }
  }

  /** Takes the content of another node over. */
  void become(Collision other) {
    cells = other.cells;
    sorted = other.sorted;
  }

  Collision copy() {
    return new Collision(cells == null ? null : cells.clone(), sorted);
  }
}
