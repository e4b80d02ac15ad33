package org.hamtlab.engine;

import java.util.List;
import org.hamtlab.shape.RootTable;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * The root table of a mutable map: one block of cells in the place of the levels from 0 to {@code
 * levels - 1}, found by the fragments of these levels at once.
 *
 * <pre>
 * table   [ cell … cell ]   2^(span × levels) of them
 * cell    nothing, or what a slot of a branch of level (levels - 1) holds
 * </pre>
 *
 * <p>What stands below a cell stands there as it would below such a branch. The table replaces one
 * more level whenever the entries reach the layout's load of the larger table; every branch of that
 * level is then spread over cells. It replaces one level less whenever a removal leaves fewer than
 * a quarter of the entries at which it grew to its size; the cells that agree in all fragments but
 * the last then become one. The first level goes with the last entry, or when the map is cleared. A
 * change for which memory lacks is put off until the map has twice, or half, as many entries.
 *
 * <p>A smaller table has its entries in another order. So the removals of an iterator leave the
 * table as it is, until one after which the iterator looks at it no more.
 *
 * <p><b>Cost.</b> One load for the levels replaced. A growth or shrinking visits each cell once;
 * between a growth and the shrinking that undoes it, or the other way round, come or go three
 * quarters of the entries that the growth wants, so each of these pays for 134 / load cells at
 * most. Bytes: 4 a cell where references are words.
 *
 * <p><b>Source.</b> Phil Bagwell, "Ideal Hash Trees", EPFL 2001, section 3: the root hash table,
 * which is resized as the trie grows.
 *
 * <p><b>Deviations.</b> Bagwell resizes step by step, spread over insertions; here at once.
 *
 * @param <R> type of a node reference
 */
final class ObjectTable<R> {
  private static final int MOST_BITS = 28;

  /** A table shrinks below one in so many of the entries at which it grew. */
  private static final int SLACK = 4;

  private final ObjectTrie<R> trie;
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final int mostLevels;
  private int levels;
  private int shift;
  private int mask;
  private boolean enabled;

  /** The number of entries at which the table grows. */
  private int growAt = Integer.MAX_VALUE;

  /** The number of entries at which the table shrinks; -1 for never. */
  private int shrinkAt = -1;

  private boolean pinned;

  ObjectTable(ObjectTrie<R> trie) {
    this.trie = trie;
    this.rules = trie.rules;
    this.layout = trie.layout;
    this.mostLevels = Math.min(rules.lastLevel(), MOST_BITS / rules.digits().span());
  }

  /** How many levels the table replaces; 0 while the root is a branch. */
  int levels() {
    return levels;
  }

  /** How many cells there are. */
  int cells() {
    return mask + 1;
  }

  /** The cell that a path of the first generation leads to. */
  int cellOf(long path) {
    return (int) Long.rotateRight(path, shift) & mask;
  }

  /** The value of a key, while the table is in use. */
  Object find(long path, Object key, Object absent) {
    R node = trie.root;
    int cell = cellOf(path);
    R child = layout.child(node, cell);
    if (child == trie.none()) {
      return absent;
    }
    int kind = layout.kind(node, cell);
    if (kind == NodeLayout.ENTRY) {
      return trie.holds(node, cell, path, key) ? layout.value(node, cell) : absent;
    }
    if (kind == NodeLayout.COLLISION) {
      int index = trie.indexIn(child, path, key);
      return index < 0 ? absent : layout.collisionValue(child, index);
    }
    int skip = 0;
    if (rules.skips() && kind == NodeLayout.COMPRESSED) {
      skip = layout.skip(child);
      if (((path ^ layout.prefix(child)) & rules.levelsMask(levels, skip)) != 0) {
        return absent;
      }
    }
    return trie.findBelow(child, levels + skip, path, key, absent);
  }

  // ---- growth

  /** From now on the table grows, at once if it is due. */
  void enable() {
    enabled = true;
    growAt = threshold(levels + 1);
    growIfDue();
  }

  /** Grows while there are entries enough. */
  void growIfDue() {
    while (trie.size >= growAt) {
      R larger = new ObjectTableGrowth<R>(trie).grown();
      if (larger == trie.none()) {
        growAt = (int) Math.min(Integer.MAX_VALUE, 2L * trie.size);
      } else {
        trie.root = larger;
        replace(levels + 1);
        growAt = threshold(levels + 1);
      }
    }
  }

  private int threshold(int levels) {
    if (!enabled || levels > mostLevels) {
      return Integer.MAX_VALUE;
    }
    long cells = 1L << levels * rules.digits().span();
    return (int) Math.clamp(cells * rules.rootTableLoad() / 100, 1, Integer.MAX_VALUE);
  }

  /** The cell of a table of one level more for a cell of one of so many levels and a fragment. */
  static int below(TrieRules rules, int levels, int cell, int fragment) {
    int span = rules.digits().span();
    return rules.step() > 0 ? cell | fragment << span * levels : cell << span | fragment;
  }

  private void replace(int count) {
    levels = count;
    shrinkAt = count > 1 ? (threshold(count) - 1) / SLACK : -1;
    mask = (1 << count * rules.digits().span()) - 1;
    shift = rules.step() > 0 ? rules.firstShift() : rules.digits().shift(Math.max(0, count - 1));
  }

  // ---- shrinking, and the end

  /** Until this is said again, the table does not shrink, or may do so. */
  void pin(boolean isPinned) {
    pinned = isPinned;
  }

  /** Shrinks while there are far too few entries, and goes if there are none. */
  void shrinkIfDue() {
    if (trie.size == 0) {
      layout.discardTable(trie.root, cells());
      trie.root = trie.none();
      forget();
      return;
    }
    while (trie.size <= shrinkAt && !pinned) {
      R smaller = new ObjectTableShrinking<R>(trie, levels - 1).shrunk();
      if (smaller == trie.none()) {
        shrinkAt = trie.size / 2;
      } else {
        trie.root = smaller;
        replace(levels - 1);
        growAt = threshold(levels + 1);
      }
    }
  }

  /** The table does not exist any more. */
  void forget() {
    replace(0);
    growAt = threshold(1);
  }

  /** What the table is now. */
  RootTable measured() {
    int used = 0;
    for (int cell = 0; cell < cells(); cell++) {
      used += layout.child(trie.root, cell) == trie.none() ? 0 : 1;
    }
    return new RootTable(levels, cells(), used, List.of(layout.tableBlock(trie.root, cells())));
  }
}
