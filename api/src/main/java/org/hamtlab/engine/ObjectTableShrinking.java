package org.hamtlab.engine;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Makes a root table that replaces one level less: what stands in the cells that agree in all
 * fragments but the last comes under one cell.
 *
 * <pre>
 * in those cells                 in the one cell
 * nothing                        nothing
 * an entry or collision node     the same, if it may stand a level higher
 * a branch                       a copy that skips a level more, if the compression wants that
 * anything else                  a branch of it all
 * </pre>
 *
 * <p>Everything that takes memory is made first, and given back if memory lacks. No key is hashed:
 * cells know the fragments that they stand for.
 *
 * @param <R> type of a node reference
 */
final class ObjectTableShrinking<R> {
  private final ObjectTrie<R> trie;
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final R large;
  private final int levels;
  private final int cells;

  /**
   * Prepares to shrink the table of a trie.
   *
   * @param levels how many levels the smaller table replaces, at least one
   */
  ObjectTableShrinking(ObjectTrie<R> trie, int levels) {
    this.trie = trie;
    this.rules = trie.rules;
    this.layout = trie.layout;
    this.large = trie.root;
    this.levels = levels;
    this.cells = 1 << levels * rules.digits().span();
  }

  /** The smaller table, which holds everything; none, and nothing is changed, if memory lacks. */
  R shrunk() {
    R table;
    try {
      table = prepared();
    } catch (AllocationException | OutOfMemoryError lacking) {
      return trie.none();
    }
    for (int cell = 0; cell < cells; cell++) {
      fill(table, cell);
    }
    layout.discardTable(large, cells << rules.digits().span());
    return table;
  }

  /** The cell of the large table for a cell of the smaller one and the fragment that follows. */
  private int source(int cell, int fragment) {
    return ObjectTable.below(rules, levels, cell, fragment);
  }

  private boolean isUsed(int source) {
    return layout.child(large, source) != trie.none();
  }

  // ---- what takes memory

  /** The smaller table, which holds the new branches alone, and nothing is in these. */
  private R prepared() {
    R table = layout.newTable(cells);
    try {
      for (int cell = 0; cell < cells; cell++) {
        R branch = branchFor(cell);
        if (branch != trie.none()) {
          layout.link(table, cell, branch);
        }
      }
      return table;
    } catch (RuntimeException | Error failure) {
      discard(table);
      throw failure;
    }
  }

  private void discard(R table) {
    for (int cell = 0; cell < cells; cell++) {
      R branch = layout.child(table, cell);
      if (branch != trie.none()) {
        layout.discard(branch);
      }
    }
    layout.discardTable(table, cells);
  }

  /** A new branch for what comes under a cell; none if that needs none. */
  private R branchFor(int cell) {
    long entries = 0;
    long nodes = 0;
    for (int fragment = 0; fragment <= rules.mask(); fragment++) {
      int source = source(cell, fragment);
      if (isUsed(source)) {
        boolean isEntry = layout.kind(large, source) == NodeLayout.ENTRY;
        entries |= (isEntry ? 1L : 0) << fragment;
        nodes |= (isEntry ? 0 : 1L) << fragment;
      }
    }
    long used = entries | nodes;
    if (used == 0) {
      return trie.none();
    }
    if ((used & used - 1) == 0) {
      int fragment = Long.numberOfTrailingZeros(used);
      int source = source(cell, fragment);
      if (isLeaf(source) && rules.mayStandAt(levels - 1)) {
        return trie.none();
      }
      int run = isLeaf(source) ? 0 : 1 + layout.skip(layout.child(large, source));
      if (run > 0 && rules.skips() && rules.compression().collapse(run) == run) {
        return skippingOneMore(layout.child(large, source), run, fragment);
      }
    }
    return layout.blank(entries, nodes);
  }

  private boolean isLeaf(int source) {
    int kind = layout.kind(large, source);
    return kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION;
  }

  private R skippingOneMore(R branch, int run, int fragment) {
    long below = run == 1 ? 0 : layout.prefix(branch);
    long first = Long.rotateLeft(fragment, rules.digits().shift(levels));
    return layout.prefixedCopy(branch, run, below | first & rules.levelsMask(levels, 1));
  }

  // ---- what takes none

  /** Moves what comes under a cell there; fails for nothing. */
  private void fill(R table, int cell) {
    R branch = layout.child(table, cell);
    boolean isNew = branch != trie.none();
    boolean isCopy = isNew && layout.kind(table, cell) == NodeLayout.COMPRESSED;
    for (int fragment = 0; fragment <= rules.mask(); fragment++) {
      int source = source(cell, fragment);
      if (!isUsed(source)) {
        continue;
      }
      if (isCopy) {
        layout.discard(layout.child(large, source));
      } else if (isNew) {
        layout.pulledUp(branch, layout.slotOf(branch, fragment), large, source);
      } else {
        layout.pulledUp(table, cell, large, source);
      }
    }
  }
}
