package org.hamtlab.layout.taggedint;

import java.util.Arrays;
import org.hamtlab.spi.AllocationException;

/**
 * Keys and values in parallel arrays, indexed by entry number. Numbers given back are handed out
 * again, last in first out; their links stand in an array of their own that exists once something
 * was removed.
 */
final class EntryTable {
  private static final int NONE = -1;
  private static final int FIRST_ENTRIES = 8;

  private Object[] keys = new Object[0];
  private Object[] values = new Object[0];
  private int[] links = new int[0];
  private int freed = NONE;
  private int end;

  Object key(int number) {
    return opened(keys)[number];
  }

  Object value(int number) {
    return opened(values)[number];
  }

  private static Object[] opened(Object[] array) {
    if (array == null) {
      throw Words.dropped();
    }
    return array;
  }

  void set(int number, Object key, Object value) {
    opened(keys)[number] = key;
    opened(values)[number] = value;
  }

  void setValue(int number, Object value) {
    opened(values)[number] = value;
  }

  /** Adds an entry; returns its number. */
  int add(Object key, Object value) {
    int number = freed;
    if (number != NONE) {
      freed = links[number];
    } else {
      if (end == opened(keys).length) {
        grow();
      }
      number = end++;
    }
    set(number, key, value);
    return number;
  }

  private void grow() {
    if (end == References.ADDRESSES) {
      throw new AllocationException(
          "tagged-int: "
              + end
              + " entries (expected fewer than "
              + References.ADDRESSES
              + "). Use several maps.");
    }
    int capacity =
        (int) Math.min(References.ADDRESSES, Math.max(FIRST_ENTRIES, end + (end >> 1) + 1L));
    Object[] moreKeys = Arrays.copyOf(opened(keys), capacity);
    Object[] moreValues = Arrays.copyOf(opened(values), capacity);
    values = moreValues;
    keys = moreKeys;
  }

  /** Removes an entry. Where memory lacks for a link, its number is not used again. */
  void remove(int number) {
    set(number, null, null);
    if (number >= links.length && !linksGrown()) {
      return;
    }
    links[number] = freed;
    freed = number;
  }

  private boolean linksGrown() {
    try {
      links = Arrays.copyOf(links, opened(keys).length);
      return true;
    } catch (OutOfMemoryError lacking) {
      return false;
    }
  }

  void clear() {
    keys = new Object[0];
    values = new Object[0];
    links = new int[0];
    freed = NONE;
    end = 0;
  }

  /** Drops the entries; an access to one is refused from now on. */
  void close() {
    keys = null;
    values = null;
  }

  /** Bytes of the arrays, with references of 4 bytes. */
  long bytes() {
    return 48 + 8L * opened(keys).length + 4L * links.length;
  }
}
