package org.hamtlab.engine;

import org.hamtlab.spi.KeyOrder;

/**
 * Finds the entries of equal keys among those of one path. Of equal keys the first entry stays,
 * with the last one's value.
 *
 * <p><b>Cost.</b> Few entries, and keys without a natural order, are compared with all others; the
 * rest are sorted, so that n of them cost O(n log n) comparisons.
 */
final class DistinctKeys {
  private static final int FEW = 8;

  private final Object[] keys;
  private final Object[] values;
  private final int[] entries;
  private final int from;
  private final int to;

  /** By place in the range: the place of the first entry of its key; of itself where it stays. */
  private final int[] first;

  /** By place of an entry that stays: the place of the last entry of its key. */
  private final int[] last;

  private DistinctKeys(Object[] keys, Object[] values, int[] entries, int from, int to) {
    this.keys = keys;
    this.values = values;
    this.entries = entries;
    this.from = from;
    this.to = to;
    this.first = new int[to - from];
    this.last = new int[to - from];
  }

  /**
   * Moves the entries that stay to the front of a range, in their order; answers how many they are.
   *
   * @param entries indices of {@code keys} and {@code values}
   */
  static int moveToFront(Object[] keys, Object[] values, int[] entries, int from, int to) {
    return to - from <= FEW
        ? scanned(keys, values, entries, from, to)
        : new DistinctKeys(keys, values, entries, from, to).sorted();
  }

  private static int scanned(Object[] keys, Object[] values, int[] entries, int from, int to) {
    int count = 0;
    for (int index = from; index < to; index++) {
      int entry = entries[index];
      int twin = twin(keys, entries, from, count, keys[entry]);
      if (twin < 0) {
        entries[from + count++] = entry;
      } else {
        values[twin] = values[entry];
      }
    }
    return count;
  }

  private static int twin(Object[] keys, int[] entries, int from, int count, Object key) {
    for (int index = from; index < from + count; index++) {
      if (ObjectTrie.same(keys[entries[index]], key)) {
        return entries[index];
      }
    }
    return -1;
  }

  private int sorted() {
    int size = to - from;
    Object[] ranged = new Object[size];
    int[] places = new int[size];
    for (int place = 0; place < size; place++) {
      ranged[place] = keys[entries[from + place]];
      places[place] = place;
      first[place] = place;
      last[place] = place;
    }
    int ascending = KeyOrder.arrange(ranged, places, 0, size);
    if (ascending == 0 || !joinRuns(ranged, places, ascending)) {
      return scanned(keys, values, entries, from, to);
    }
    for (int index = ascending; index < size; index++) {
      joinOther(ranged, places[index]);
    }
    return moved();
  }

  /** Joins equal keys among those that compare as equal; false if comparing fails. */
  private boolean joinRuns(Object[] ranged, int[] places, int ascending) {
    int begin = 0;
    for (int index = 1; index < ascending; index++) {
      int place = places[index];
      try {
        if (KeyOrder.compare(ranged[places[index - 1]], ranged[place]) != 0) {
          begin = index;
        }
      } catch (RuntimeException disordered) {
        return false;
      }
      for (int before = begin; before < index && first[place] == place; before++) {
        int earlier = places[before];
        if (first[earlier] == earlier && ObjectTrie.same(ranged[earlier], ranged[place])) {
          join(earlier, place);
        }
      }
    }
    return true;
  }

  /** Joins a key without a place in the order with what equals it, which may be of any class. */
  private void joinOther(Object[] ranged, int place) {
    for (int each = 0; each < ranged.length && first[place] == place; each++) {
      if (each != place && first[each] == each) {
        int earlier = Math.min(each, place);
        int later = Math.max(each, place);
        if (ObjectTrie.same(ranged[earlier], ranged[later])) {
          join(earlier, later);
        }
      }
    }
  }

  private void join(int earlier, int later) {
    first[later] = earlier;
    last[earlier] = Math.max(last[earlier], last[later]);
  }

  private int moved() {
    int count = 0;
    for (int place = 0; place < first.length; place++) {
      if (first[place] == place) {
        int entry = entries[from + place];
        values[entry] = values[entries[from + last[place]]];
        entries[from + count++] = entry;
      }
    }
    return count;
  }
}
