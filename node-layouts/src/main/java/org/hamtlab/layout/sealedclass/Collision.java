package org.hamtlab.layout.sealedclass;

import java.util.Arrays;
import org.hamtlab.layout.SortedEntries;

/**
 * Entries whose paths are equal in all bits: in an array of exact size, scanned linearly, or, where
 * many are sorted, in a tree.
 */
final class Collision extends Node {
  /** A 12-byte header and two references, padded. */
  private static final int OBJECT_BYTES = 24;

  private Entry[] entries;
  private SortedEntries sorted;

  private Collision(Entry[] entries, SortedEntries sorted) {
    this.entries = entries;
    this.sorted = sorted;
  }

  /** Two entries. */
  Collision(Entry first, Entry second) {
    this(new Entry[] {first, second}, null);
  }

  /** The entries in cells of keys and values in turn. */
  static Collision of(Object[] cells, boolean sorts) {
    return sorts && cells.length > 2 * SortedEntries.LARGEST_LIST
        ? new Collision(null, SortedEntries.of(cells))
        : new Collision(listed(cells), null);
  }

  private static Entry[] listed(Object[] cells) {
    Entry[] entries = new Entry[cells.length >> 1];
    for (int index = 0; index < entries.length; index++) {
      entries[index] = new Entry(cells[2 * index], cells[2 * index + 1]);
    }
    return entries;
  }

  /** Bytes of this and what it holds, keys and values themselves excluded. */
  long bytes() {
    return OBJECT_BYTES + (entries == null ? sorted.bytes() : listBytes());
  }

  /** The array, which is padded to whole words of eight bytes, and the entries. */
  private long listBytes() {
    int size = entries.length;
    return NodeObjects.ARRAY_BYTES
        + 4L * (size + (size & 1))
        + (long) NodeObjects.ENTRY_BYTES * size;
  }

  int size() {
    return entries == null ? sorted.size() : entries.length;
  }

  Object key(int index) {
    return entries == null ? sorted.key(index) : entries[index].key;
  }

  Object value(int index) {
    return entries == null ? sorted.value(index) : entries[index].value;
  }

  /** An entry as a node. */
  Entry entry(int index) {
    return entries == null ? new Entry(sorted.key(index), sorted.value(index)) : entries[index];
  }

  int indexOf(Object key) {
    if (entries == null) {
      return sorted.indexOf(key);
    }
    for (int index = 0; index < entries.length; index++) {
      Object present = entries[index].key;
      if (present == key || (key != null && key.equals(present))) {
        return index;
      }
    }
    return -1;
  }

  /** A node with an entry that this one lacks. */
  Collision with(Object key, Object value, boolean sorts) {
    if (entries == null) {
      return new Collision(null, sorted.with(key, value));
    }
    int size = entries.length;
    if (sorts && size == SortedEntries.LARGEST_LIST) {
      Object[] cells = new Object[2 * size + 2];
      for (int index = 0; index < size; index++) {
        cells[2 * index] = entries[index].key;
        cells[2 * index + 1] = entries[index].value;
      }
      cells[2 * size] = key;
      cells[2 * size + 1] = value;
      return of(cells, true);
    }
    Entry[] more = Arrays.copyOf(entries, size + 1);
    more[size] = new Entry(key, value);
    return new Collision(more, null);
  }

  /** A node without an entry, which holds the others in the same order. */
  Collision without(int index) {
    if (entries == null) {
      SortedEntries fewer = sorted.without(index);
      return fewer.size() > SortedEntries.LARGEST_LIST
          ? new Collision(null, fewer)
          : new Collision(listed(fewer.cells()), null);
    }
    Entry[] fewer = new Entry[entries.length - 1];
    System.arraycopy(entries, 0, fewer, 0, index);
    System.arraycopy(entries, index + 1, fewer, index, fewer.length - index);
    return new Collision(fewer, null);
  }

  /** Replaces a value, in place. */
  void setValue(int index, Object value) {
    if (entries == null) {
      sorted = sorted.replaced(index, sorted.key(index), value);
    } else {
      entries[index].value = value;
    }
  }

  /** Puts an entry in the place of one whose key is equal, in place. */
  void set(int index, Object key, Object value) {
    if (entries == null) {
      sorted = sorted.replaced(index, key, value);
    } else {
      entries[index] = new Entry(key, value);
    }
  }

  /** Takes the content of another node over. */
  void become(Collision other) {
    entries = other.entries;
    sorted = other.sorted;
  }

  Collision copy() {
    return new Collision(entries == null ? null : entries.clone(), sorted);
  }
}
