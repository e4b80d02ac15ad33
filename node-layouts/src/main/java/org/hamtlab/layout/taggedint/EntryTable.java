package org.hamtlab.layout.taggedint;

import static org.hamtlab.spi.NodeLayout.ENTRY;

import java.util.Arrays;
import java.util.List;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.SlotBlock;

/**
 * Keys and values in parallel arrays, indexed by entry number. Numbers given back are handed out
 * again, last in first out; their links stand in an array of their own that exists once something
 * was removed. On demand the path of each key stands beside it.
 *
 * <pre>
 * entry n     keys[n], values[n] [, lowPaths[n] [, highPaths[n] beyond 32 bits ]]
 * </pre>
 */
class EntryTable {
  private static final int NONE = -1;
  private static final int FIRST_ENTRIES = 8;

  private Object[] keys = new Object[0];
  private Object[] values = new Object[0];
  private int[] links = new int[0];

  /** Halves of paths; empty where they are not kept, the high ones where 32 bits suffice. */
  private int[] lowPaths = new int[0];

  private int[] highPaths = new int[0];
  final boolean memoises;
  private final boolean hasHighPaths;
  private long announced;
  private int freed = NONE;
  private int end;

  /**
   * Creates an empty table.
   *
   * @param memoises whether paths are kept
   * @param hashBits bits of a path
   */
  EntryTable(boolean memoises, int hashBits) {
    this.memoises = memoises;
    this.hasHighPaths = memoises && hashBits > 32;
  }

  boolean memoises() {
    return Constants.KNOWN ? Constants.MEMOISES : memoises;
  }

  /** States the path of the entries that are added next. */
  void announce(long path) {
    announced = path;
  }

  /** The path of an entry. */
  long path(int number) {
    long low = opened(lowPaths)[number] & 0xFFFF_FFFFL;
    return hasHighPaths ? low | (long) highPaths[number] << 32 : low;
  }

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

  private static int[] opened(int[] array) {
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

  // ---- references to entries, which hold their numbers

  /** The number of the entry that a reference denotes. */
  int number(int reference) {
    return References.address(reference);
  }

  /** The words that an entry has for itself, beside the arrays. */
  List<SlotBlock> blocksOf(int reference) {
    return List.of();
  }

  /** Adds an entry; returns a reference to it. */
  int referTo(Object key, Object value) {
    return References.of(add(key, value), ENTRY);
  }

  /** Removes the entry that a reference denotes. */
  void drop(int reference) {
    remove(number(reference));
  }

  // ---- numbers

  /** Adds an entry; returns its number. */
  final int add(Object key, Object value) {
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
    if (memoises()) {
      setPath(number);
    }
    return number;
  }

  private void setPath(int number) {
    lowPaths[number] = (int) announced;
    if (hasHighPaths) {
      highPaths[number] = (int) (announced >>> 32);
    }
  }

  private void grow() {
    if (end == References.ADDRESSES) {
      throw new AllocationException(
          "layout: "
              + end
              + " entries (expected fewer than "
              + References.ADDRESSES
              + "). Use several maps.");
    }
    int capacity =
        (int) Math.min(References.ADDRESSES, Math.max(FIRST_ENTRIES, end + (end >> 1) + 1L));
    Object[] moreKeys = Arrays.copyOf(opened(keys), capacity);
    Object[] moreValues = Arrays.copyOf(opened(values), capacity);
    if (memoises) {
      growPaths(capacity);
    }
    values = moreValues;
    keys = moreKeys;
  }

  private void growPaths(int capacity) {
    int[] moreLowPaths = Arrays.copyOf(lowPaths, capacity);
    if (hasHighPaths) {
      highPaths = Arrays.copyOf(highPaths, capacity);
    }
    lowPaths = moreLowPaths;
  }

  /** Removes an entry. Where memory lacks for a link, its number is not used again. */
  final void remove(int number) {
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
    lowPaths = new int[0];
    highPaths = new int[0];
    freed = NONE;
    end = 0;
  }

  /** Drops the entries; an access to one is refused from now on. */
  void close() {
    keys = null;
    values = null;
    lowPaths = null;
  }

  /** Bytes of the cells of one entry. */
  int bytesPerEntry() {
    return 8 + (memoises ? hasHighPaths ? 8 : 4 : 0);
  }

  /** Bytes of the arrays, with references of 4 bytes. */
  long bytes() {
    long paths = memoises ? hasHighPaths ? 32 : 16 : 0;
    return 48
        + paths
        + 8L * opened(keys).length
        + 4L * (links.length + opened(lowPaths).length + highPaths.length);
  }
}
