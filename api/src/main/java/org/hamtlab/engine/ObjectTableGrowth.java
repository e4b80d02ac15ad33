package org.hamtlab.engine;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Makes a root table that replaces one level more: what stands below the branches of that level
 * comes into cells of its own.
 *
 * <p>Keys are hashed, and everything that takes memory is made, before anything is moved.
 *
 * @param <R> type of a node reference
 */
final class ObjectTableGrowth<R> {
  private final ObjectTrie<R> trie;
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final int levels;
  private final int cells;

  /** Prepares to make the first table of a trie, or its next. */
  ObjectTableGrowth(ObjectTrie<R> trie) {
    this.trie = trie;
    this.rules = trie.rules;
    this.layout = trie.layout;
    this.levels = trie.table().levels();
    this.cells = trie.table().cells();
  }

  /** The larger table, which holds everything; none, and nothing is changed, after a failure. */
  R grown() {
    byte[] fragments = new byte[0];
    if (levels > 0) {
      int expected = trie.modifications;
      try {
        fragments = fragmentsOfLeaves();
      } catch (RuntimeException | Error failure) {
        return trie.none();
      }
      if (trie.modifications != expected) {
        return trie.none();
      }
    }
    R table;
    try {
      table = prepared();
    } catch (AllocationException | OutOfMemoryError lacking) {
      return trie.none();
    }
    fill(table, fragments);
    return table;
  }

  /**
   * The fragments, at the level that is replaced next, of what stands in cells and is no branch.
   */
  private byte[] fragmentsOfLeaves() {
    byte[] fragments = new byte[cells];
    for (int cell = 0; cell < fragments.length; cell++) {
      R child = layout.child(trie.root, cell);
      if (child == trie.none()) {
        continue;
      }
      int kind = layout.kind(trie.root, cell);
      if (kind == NodeLayout.ENTRY || kind == NodeLayout.COLLISION) {
        Object key =
            kind == NodeLayout.ENTRY ? layout.key(trie.root, cell) : layout.collisionKey(child, 0);
        long stored = rules.memoises() ? layout.path(trie.root, cell) : 0;
        fragments[cell] = (byte) rules.fragment(rules.pathOf(key, 0, stored), levels);
      }
    }
    return fragments;
  }

  /** The next table, which holds nothing but copies of compressed branches with other prefixes. */
  private R prepared() {
    int span = rules.digits().span();
    int size = levels == 0 ? 1 << span : cells << span;
    R table = layout.newTable(size);
    if (levels == 0 || !rules.skips()) {
      return table;
    }
    try {
      for (int cell = 0; cell < cells; cell++) {
        R child = layout.child(trie.root, cell);
        if (child != trie.none() && layout.kind(trie.root, cell) == NodeLayout.COMPRESSED) {
          int skip = layout.skip(child) - 1;
          long prefix = layout.prefix(child);
          R copy = layout.prefixedCopy(child, skip, prefix & rules.levelsMask(levels + 1, skip));
          layout.link(table, below(cell, rules.fragment(prefix, levels)), copy);
        }
      }
      return table;
    } catch (RuntimeException | Error failure) {
      discardCopies(table, size);
      throw failure;
    }
  }

  private void discardCopies(R table, int size) {
    for (int cell = 0; cell < size; cell++) {
      R copy = layout.child(table, cell);
      if (copy != trie.none()) {
        layout.discard(copy);
      }
    }
    layout.discardTable(table, size);
  }

  /** Moves everything into the next table; fails for nothing. */
  private void fill(R table, byte[] fragments) {
    R old = trie.root;
    if (levels == 0) {
      spread(table, 0, old);
      layout.discard(old);
    } else {
      for (int cell = 0; cell < cells; cell++) {
        move(table, cell, fragments[cell]);
      }
      layout.discardTable(old, cells);
    }
  }

  private void move(R table, int cell, int fragment) {
    R child = layout.child(trie.root, cell);
    if (child == trie.none()) {
      return;
    }
    switch (layout.kind(trie.root, cell)) {
      case NodeLayout.BRANCH -> {
        spread(table, cell, child);
        layout.discard(child);
      }
      case NodeLayout.COMPRESSED -> layout.discard(child);
      default -> layout.pulledUp(table, below(cell, fragment), trie.root, cell);
    }
  }

  private void spread(R table, int cell, R branch) {
    for (long rest = layout.bitmap(branch); rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      layout.pulledUp(table, below(cell, fragment), branch, layout.slotOf(branch, fragment));
    }
  }

  /** The cell of the next table for a cell of this one, or none, and a fragment. */
  private int below(int cell, int fragment) {
    return ObjectTable.below(rules, levels, cell, fragment);
  }
}
