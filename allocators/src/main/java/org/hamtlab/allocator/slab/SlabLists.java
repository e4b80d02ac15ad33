package org.hamtlab.allocator.slab;

import java.util.Arrays;

/**
 * The slabs by number, and lists of them threaded through two arrays: one list a size class, of the
 * slabs that have free blocks, and one of empty slabs.
 *
 * <pre>
 * heads [ empty | class 1 | class 2 | … ]      next [ · | 4 | · | … ]
 * </pre>
 */
final class SlabLists {
  private static final int NONE = -1;

  private int[] heads = new int[8];
  private int[] next = new int[4];
  private int[] previous = new int[4];

  SlabLists() {
    Arrays.fill(heads, NONE);
  }

  /** Makes room for lists up to one number and slabs up to another. */
  void makeRoom(int list, int slab) {
    if (list >= heads.length) {
      int length = heads.length;
      heads = Arrays.copyOf(heads, 2 * Math.max(list, length));
      Arrays.fill(heads, length, heads.length, NONE);
    }
    if (slab >= next.length) {
      int[] more = Arrays.copyOf(next, 2 * slab);
      previous = Arrays.copyOf(previous, 2 * slab);
      next = more;
    }
  }

  /** The first slab of a list, or -1. */
  int first(int list) {
    return list < heads.length ? heads[list] : NONE;
  }

  /** The highest list up to a number that holds a slab; 0 if none does. */
  int lastFilled(int highest) {
    int list = Math.min(highest, heads.length - 1);
    while (list > 0 && heads[list] < 0) {
      list--;
    }
    return list;
  }

  void push(int list, int slab) {
    int head = heads[list];
    next[slab] = head;
    previous[slab] = NONE;
    if (head != NONE) {
      previous[head] = slab;
    }
    heads[list] = slab;
  }

  void remove(int list, int slab) {
    if (previous[slab] == NONE) {
      heads[list] = next[slab];
    } else {
      next[previous[slab]] = next[slab];
    }
    if (next[slab] != NONE) {
      previous[next[slab]] = previous[slab];
    }
  }

  long tableBytes() {
    return 3 * 16L + 4L * (heads.length + next.length + previous.length);
  }
}
