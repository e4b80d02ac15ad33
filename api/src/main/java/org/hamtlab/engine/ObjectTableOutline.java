package org.hamtlab.engine;

import java.util.BitSet;

/**
 * The branches that a root table stands for: those of the levels that it replaces, of which each
 * has the slots below which something stands.
 *
 * @param <R> type of a node reference
 */
final class ObjectTableOutline<R> {
  private final ObjectTrie<R> trie;
  private final int levels;
  private final int span;

  /** By level: prefixes, of as many fragments and one more, of cells in use. */
  private final BitSet[] used;

  ObjectTableOutline(ObjectTrie<R> trie) {
    this.trie = trie;
    this.levels = trie.table().levels();
    this.span = trie.rules.digits().span();
    this.used = new BitSet[levels];
    for (int level = 0; level < levels; level++) {
      used[level] = new BitSet();
    }
    for (int cell = 0; cell < trie.table().cells(); cell++) {
      if (trie.layout.child(trie.root, cell) != trie.none()) {
        for (int level = 0; level < levels; level++) {
          used[level].set(prefixOf(cell, level + 1));
        }
      }
    }
  }

  private boolean isLowFirst() {
    return trie.rules.step() > 0;
  }

  /** The first fragments of a cell. */
  private int prefixOf(int cell, int count) {
    return isLowFirst() ? cell & (1 << count * span) - 1 : cell >>> (levels - count) * span;
  }

  /** Whether the slots of a level are cells, which their prefixes number. */
  boolean isLast(int level) {
    return level == levels - 1;
  }

  /** The prefix of what stands at a fragment of the branch with a prefix. */
  int prefix(int level, int prefix, int fragment) {
    return isLowFirst() ? prefix | fragment << level * span : prefix << span | fragment;
  }

  /** Whether something stands there. */
  boolean isUsed(int level, int prefix, int fragment) {
    return used[level].get(prefix(level, prefix, fragment));
  }

  /** How many slots of the branch with a prefix are in use. */
  int used(int level, int prefix) {
    int count = 0;
    for (int fragment = 0; fragment <= trie.rules.mask(); fragment++) {
      count += isUsed(level, prefix, fragment) ? 1 : 0;
    }
    return count;
  }

  /** What there is to say of the memory of each of the branches. */
  String describe() {
    return "no block: part of a root table of " + trie.table().cells() + " cells";
  }
}
