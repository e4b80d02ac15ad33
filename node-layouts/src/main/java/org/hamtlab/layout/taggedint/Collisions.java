package org.hamtlab.layout.taggedint;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.SortedEntries;
import org.hamtlab.spi.KeyOrder;

/**
 * Reads and arranges the words of collision nodes: as a list, or with a sorted run before it.
 *
 * <pre>
 * list    [ size ][ entry references … ]
 * sorted  [ size ][ r ][ r references, keys ascending ][ the other references … ]
 * </pre>
 *
 * <p>The run holds keys of one class with a natural order, once there are more than 8 entries; what
 * else there is follows it: see {@link SortedEntries}, which does the same for objects.
 *
 * <p><b>Cost.</b> O(log n) comparisons for keys of the run's class, linear in the others. Moving
 * the words of the run is linear all the same, by block copies.
 */
final class Collisions {
  private static final int DISORDERED = Integer.MIN_VALUE;

  private final Words words;
  private final EntryTable entries;
  private final boolean sorts;

  Collisions(Words words, EntryTable entries, boolean sorts) {
    this.words = words;
    this.entries = entries;
    this.sorts = sorts;
  }

  /** Words before the first reference. */
  int header() {
    return sorts ? 2 : 1;
  }

  /** Whether a node of so many entries has a sorted run. */
  boolean sorts(int size) {
    return sorts && size > SortedEntries.LARGEST_LIST;
  }

  int size(int address) {
    return words.get(address, 0);
  }

  int ascending(int address) {
    return sorts ? words.get(address, 1) : 0;
  }

  void setSize(int address, int size, int ascending) {
    words.set(address, 0, size);
    if (sorts) {
      words.set(address, 1, sorts(size) ? ascending : 0);
    }
  }

  Object key(int address, int index) {
    return entries.key(entries.number(words.get(address, header() + index)));
  }

  /** The index of a key, or -1. */
  int indexOf(int address, Object key) {
    int size = size(address);
    int first = 0;
    if (sorts && ascending(address) > 0) {
      int rank = isOfRun(address, key) ? rank(address, key) : DISORDERED;
      if (rank >= 0 && isSame(key(address, rank), key)) {
        return rank;
      }
      first = rank == DISORDERED && key != null ? 0 : ascending(address);
    }
    for (int index = first; index < size; index++) {
      if (isSame(key(address, index), key)) {
        return index;
      }
    }
    return -1;
  }

  private static boolean isSame(Object present, Object key) {
    return present == key || (key != null && key.equals(present));
  }

  /** Whether a key is of the class of the keys of a run, which is not empty. */
  boolean isOfRun(int address, Object key) {
    return KeyOrder.isOf(key, key(address, 0).getClass());
  }

  /** The index of a key in the run, or the complement of where it would stand. */
  private int rank(int address, Object key) {
    int low = 0;
    int high = ascending(address);
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order;
      try {
        order = KeyOrder.compare(key, key(address, middle));
      } catch (RuntimeException disordered) {
        return DISORDERED;
      }
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ~low;
  }

  /** Where a new key goes in the run of a node that has one; -1 if it goes behind all others. */
  int place(int address, Object key) {
    if (ascending(address) == 0) {
      return KeyOrder.classOf(key) == null ? -1 : 0;
    }
    int rank = isOfRun(address, key) ? rank(address, key) : DISORDERED;
    return rank < 0 && rank != DISORDERED ? ~rank : -1;
  }

  /** The arrangement of a node's keys and a new one. */
  KeyRun arranged(int address, Object key) {
    int size = size(address);
    Object[] keys = new Object[size + 1];
    for (int index = 0; index < size; index++) {
      keys[index] = key(address, index);
    }
    keys[size] = key;
    return KeyRun.ofKeys(keys);
  }

  /** Puts the references of a node in another order. */
  void arrange(int address, KeyRun run) {
    int[] numbers = run.numbers();
    int[] references = new int[numbers.length];
    for (int index = 0; index < numbers.length; index++) {
      references[index] = words.get(address, header() + numbers[index]);
    }
    for (int index = 0; index < numbers.length; index++) {
      words.set(address, header() + index, references[index]);
    }
    setSize(address, numbers.length, run.ascending());
  }

  /** Puts the entry at an index of the run behind all others. */
  void moveBehind(int address, int index) {
    int size = size(address);
    int reference = words.get(address, header() + index);
    words.copy(address, header() + index + 1, address, header() + index, size - index - 1);
    words.set(address, header() + size - 1, reference);
    setSize(address, size, ascending(address) - 1);
  }
}
