package org.hamtlab.engine;

import java.util.Arrays;
import org.hamtlab.spi.HashDigits;

/**
 * Many entries in the order of a trie, so that what stands below one branch is a range.
 *
 * <pre>
 * cells   [ first 32 bits of the order | index of the entry ]   sorted, unsigned
 * orders  [ all bits of the order ]     by index, where 32 do not suffice or the layout keeps paths
 * </pre>
 *
 * <p>The order of a path has the bits of level 0 at its top, then those of level 1, and so on: the
 * path itself where high bits come first, else its bits reversed. Entries of one path are in the
 * order in which they were given.
 *
 * <p><b>Cost.</b> A move an entry for every ten bits that tell entries apart, then an insertion
 * sort of a few neighbours; 16 bytes an entry meanwhile, 24 beyond 32 bits.
 *
 * <p><b>Source.</b> Most-significant-digit radix sort: McIlroy, Bostic, McIlroy, Engineering Radix
 * Sort, Computing Systems 6(1), 1993.
 *
 * <p><b>Deviations.</b> Digits are as wide as a range is large, and begin where its cells differ.
 */
final class BulkOrder {
  /** Ranges of so many cells are sorted by insertion. */
  private static final int FEW = 40;

  /** More targets at once would exceed the first-level cache and its translation buffer. */
  private static final int MOST_BITS = 10;

  private static final int DEEPEST = 40;
  private static final long ORDER = -1L << 32;

  private final TrieRules rules;
  private final Object[] keys;
  private final boolean highFirst;
  private final int span;
  private final int hashBits;
  private final int levels;
  private final long[] orders;
  private long[] cells;
  private long[] scratch;

  private final int generation;

  /** Entries that are told apart by their first hashes. */
  BulkOrder(TrieRules rules, Object[] keys) {
    this(rules, keys, 0);
  }

  /** Entries that are told apart by their hashes of one generation. */
  BulkOrder(TrieRules rules, Object[] keys, int generation) {
    HashDigits digits = rules.digits();
    this.rules = rules;
    this.generation = generation;
    this.keys = keys;
    this.highFirst = digits.highFirst();
    this.span = digits.span();
    this.hashBits = digits.hashBits();
    this.levels = digits.levels();
    this.orders = hashBits > 32 || rules.memoises() ? new long[keys.length] : null;
    this.cells = new long[keys.length];
    this.scratch = new long[keys.length];
  }

  /** Which of their hashes the entries are in the order of. */
  int generation() {
    return generation;
  }

  /** Number of entries, equal keys counted as often as they come. */
  int size() {
    return cells.length;
  }

  /** Reads the hashes of a range of entries; throws what {@code hashCode} throws. */
  void hash(int from, int to) {
    int unused = 64 - hashBits;
    for (int index = from; index < to; index++) {
      long path = rules.pathOf(keys[index], generation);
      long order = highFirst ? path << unused : Long.reverse(path);
      cells[index] = (order & ORDER) | index;
      if (orders != null) {
        orders[index] = order;
      }
    }
  }

  // ---- reading a sorted range

  /** The entry at a position. */
  int index(int position) {
    return (int) cells[position];
  }

  /** The path of the entry at a position. */
  long path(int position) {
    long cell = cells[position];
    return pathIn(orders == null ? cell & ORDER : orders[(int) cell]);
  }

  /** The path of an entry in the first generation, for layouts that keep it. */
  long firstPath(int index) {
    return generation == 0 ? pathIn(orders[index]) : rules.pathOf(keys[index]);
  }

  private long pathIn(long order) {
    return highFirst ? order >>> (64 - hashBits) : Long.reverse(order);
  }

  /** The first level at which two entries part; the number of levels if they have one path. */
  int parting(int position, int other) {
    long difference = (cells[position] ^ cells[other]) & ORDER;
    if (difference == 0 && orders != null) {
      difference = orders[index(position)] ^ orders[index(other)];
    }
    return difference == 0 ? levels : Long.numberOfLeadingZeros(difference) / span;
  }

  // ---- sorting

  /** Counts the cells of a range by their fragments of level 0, as the order has them. */
  int[] counts(int from, int to) {
    int[] counts = new int[1 << span];
    for (int position = from; position < to; position++) {
      counts[(int) (cells[position] >>> (64 - span))]++;
    }
    return counts;
  }

  /**
   * Moves the cells of a range to where the fragments of level 0 begin; {@link #moved} ends it.
   *
   * @param places where the next cell of each fragment goes, which is advanced
   */
  void move(int from, int to, int[] places) {
    for (int position = from; position < to; position++) {
      long cell = cells[position];
      scratch[places[(int) (cell >>> (64 - span))]++] = cell;
    }
  }

  /** Makes what was moved the cells. */
  void moved() {
    long[] old = cells;
    cells = scratch;
    scratch = old;
  }

  /** Sorts a range whose entries are in the order of their indices; other ranges may be sorted. */
  void sort(int from, int to) {
    sort(from, to, new int[DEEPEST][], 0);
    if (orders != null) {
      sortEqual(from, to);
    }
  }

  /** Sorts those neighbours by the rest of their bits that are equal in the first 32. */
  private void sortEqual(int from, int to) {
    for (int first = from; first < to; ) {
      int end = first + 1;
      while (end < to && ((cells[first] ^ cells[end]) & ORDER) == 0) {
        end++;
      }
      if (end - first > 1) {
        sortByRest(first, end);
      }
      first = end;
    }
  }

  private void sortByRest(int from, int to) {
    long order = cells[from] & ORDER;
    for (int position = from; position < to; position++) {
      int index = index(position);
      cells[position] = orders[index] << 32 | index;
    }
    sort(from, to, new int[DEEPEST][], 0);
    for (int position = from; position < to; position++) {
      cells[position] = order | index(position);
    }
  }

  private void sort(int from, int to, int[][] starts, int depth) {
    if (to - from <= FEW) {
      sortFew(from, to);
      return;
    }
    long differing = differing(from, to);
    if (differing == 0) {
      return;
    }
    int end = 64 - Long.numberOfLeadingZeros(differing);
    int wanted = 29 - Integer.numberOfLeadingZeros(to - from);
    int bits = Math.min(Math.min(wanted, MOST_BITS), end - 32);
    int[] ends = scattered(from, to, end - bits, bits, starts, depth);
    int first = from;
    for (int digit = 0; digit < 1 << bits; digit++) {
      int next = ends[digit];
      if (next - first > 1) {
        sort(first, next, starts, depth + 1);
      }
      first = next;
    }
  }

  private long differing(int from, int to) {
    long first = cells[from];
    long differing = 0;
    for (int position = from + 1; position < to; position++) {
      differing |= cells[position] ^ first;
    }
    return differing & ORDER;
  }

  /** Sorts a range by one digit; answers where each value's cells end. */
  private int[] scattered(int from, int to, int shift, int bits, int[][] starts, int depth) {
    if (starts[depth] == null) {
      starts[depth] = new int[1 << MOST_BITS];
    }
    int[] places = starts[depth];
    int values = 1 << bits;
    int mask = values - 1;
    long[] cells = this.cells;
    long[] scratch = this.scratch;
    Arrays.fill(places, 0, values, 0);
    for (int position = from; position < to; position++) {
      places[(int) (cells[position] >>> shift) & mask]++;
    }
    int next = from;
    for (int digit = 0; digit < values; digit++) {
      int count = places[digit];
      places[digit] = next;
      next += count;
    }
    for (int position = from; position < to; position++) {
      long cell = cells[position];
      scratch[places[(int) (cell >>> shift) & mask]++] = cell;
    }
    System.arraycopy(scratch, from, cells, from, to - from);
    return places;
  }

  private void sortFew(int from, int to) {
    long[] cells = this.cells;
    for (int position = from + 1; position < to; position++) {
      long cell = cells[position];
      int place = position;
      while (place > from && Long.compareUnsigned(cells[place - 1], cell) > 0) {
        cells[place] = cells[place - 1];
        place--;
      }
      cells[place] = cell;
    }
  }
}
