package org.hamtlab.layout;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The references to nodes and entries that one view of a memory owns: an open-addressing set of
 * {@code int}s other than 0, probed linearly.
 *
 * <p><b>Cost.</b> One to two probes; at most 16 bytes a reference at its fullest.
 */
public final class OwnedReferences {
  private static final int FIRST_CAPACITY = 16;
  private static final int SPREAD = 0x9E37_79B9; // 2^32 over the golden ratio, Knuth 6.4

  private int[] table = new int[FIRST_CAPACITY];
  private int shift = Integer.numberOfLeadingZeros(FIRST_CAPACITY - 1);
  private int size;

  /** Creates an empty set. */
  public OwnedReferences() {}

  /** Whether a reference is owned. */
  public boolean contains(int reference) {
    return size != 0 && table[indexOf(reference)] == reference;
  }

  private int indexOf(int reference) {
    int mask = table.length - 1;
    int index = (reference * SPREAD) >>> shift;
    while (table[index] != 0 && table[index] != reference) {
      index = (index + 1) & mask;
    }
    return index;
  }

  /** Makes room, so that the next {@link #add} cannot lack memory. */
  public void reserve() {
    if (2 * (size + 1) > table.length) {
      int[] smaller = table;
      table = new int[2 * smaller.length];
      shift--;
      for (int reference : smaller) {
        if (reference != 0) {
          table[indexOf(reference)] = reference;
        }
      }
    }
  }

  /** Adds a reference; {@link #reserve} was called before. */
  public void add(int reference) {
    int index = indexOf(reference);
    if (table[index] == 0) {
      table[index] = reference;
      size++;
    }
  }

  /**
   * Removes a reference.
   *
   * @return whether it was there
   */
  public boolean remove(int reference) {
    int hole = indexOf(reference);
    if (size == 0 || table[hole] == 0) {
      return false;
    }
    int mask = table.length - 1;
    int next = hole;
    for (; ; ) {
      next = (next + 1) & mask;
      int moved = table[next];
      if (moved == 0) {
        break;
      }
      int home = (moved * SPREAD) >>> shift;
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        table[hole] = moved;
        hole = next;
      }
    }
    table[hole] = 0;
    size--;
    return true;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Shows every reference to an action, which must not change the set. */
  public void forEach(IntConsumer action) {
    for (int reference : table) {
      if (reference != 0) {
        action.accept(reference);
      }
    }
  }

  /** Forgets every reference. */
  public void clear() {
    if (size != 0) {
      Arrays.fill(table, 0);
      size = 0;
    }
  }
}
