package org.hamtlab.layout;

import org.hamtlab.spi.KeyOrder;

/**
 * An immutable search tree of entries, balanced by weight; {@code null} is the empty one. Changes
 * go by rank and compare nothing, so that they cannot fail halfway.
 *
 * <p><b>Cost.</b> A change copies the path to its place, of at most 2.5 log₂ n nodes of 32 bytes,
 * and those it rotates.
 *
 * <p><b>Source.</b> Adams 1993, "Efficient sets: a balancing act"; the weights 3 and 2 are those of
 * Hirai, Yamamoto 2011, "Balancing weight-balanced trees", doi:10.1017/S0956796811000104.
 */
final class SortedTree {
  /** What {@link #rank} answers where a comparison throws. */
  static final int DISORDERED = Integer.MIN_VALUE;

  /** A 12-byte header, four references and a number. */
  static final int NODE_BYTES = 32;

  private static final int DELTA = 3;
  private static final int RATIO = 2;

  final Object key;
  final Object value;
  private final SortedTree left;
  private final SortedTree right;
  private final int size;

  private SortedTree(Object key, Object value, SortedTree left, SortedTree right) {
    this.key = key;
    this.value = value;
    this.left = left;
    this.right = right;
    this.size = size(left) + size(right) + 1;
  }

  static int size(SortedTree tree) {
    return tree == null ? 0 : tree.size;
  }

  /** The entry of a rank, as the node that holds it. */
  static SortedTree at(SortedTree tree, int rank) {
    SortedTree node = tree;
    int rest = rank;
    for (; ; ) {
      int before = size(node.left);
      if (rest == before) {
        return node;
      }
      if (rest < before) {
        node = node.left;
      } else {
        rest -= before + 1;
        node = node.right;
      }
    }
  }

  /**
   * The rank of the entry whose key compares as equal; if there is none, the complement of the rank
   * that the key would have.
   */
  static int rank(SortedTree tree, Object key) {
    SortedTree node = tree;
    int before = 0;
    while (node != null) {
      int order;
      try {
        order = KeyOrder.compare(key, node.key);
      } catch (RuntimeException disordered) {
        return DISORDERED;
      }
      if (order == 0) {
        return before + size(node.left);
      }
      if (order < 0) {
        node = node.left;
      } else {
        before += size(node.left) + 1;
        node = node.right;
      }
    }
    return ~before;
  }

  /** The rank of a key that may stand anywhere, plus {@code before}; -1 if nowhere. */
  static int scanned(SortedTree tree, Object key, int before) {
    if (tree == null) {
      return -1;
    }
    int found = scanned(tree.left, key, before);
    if (found >= 0) {
      return found;
    }
    int own = before + size(tree.left);
    return isSame(tree.key, key) ? own : scanned(tree.right, key, own + 1);
  }

  /** Whether a key that is present equals one that is looked for. */
  static boolean isSame(Object present, Object key) {
    return present == key || (key != null && key.equals(present));
  }

  /** The tree with one more entry, which takes a rank. */
  static SortedTree inserted(SortedTree tree, int rank, Object key, Object value) {
    if (tree == null) {
      return new SortedTree(key, value, null, null);
    }
    int before = size(tree.left);
    return rank <= before
        ? balanced(tree, inserted(tree.left, rank, key, value), tree.right)
        : balanced(tree, tree.left, inserted(tree.right, rank - before - 1, key, value));
  }

  /** The tree without the entry of a rank. */
  static SortedTree removed(SortedTree tree, int rank) {
    int before = size(tree.left);
    if (rank < before) {
      return balanced(tree, removed(tree.left, rank), tree.right);
    }
    if (rank > before) {
      return balanced(tree, tree.left, removed(tree.right, rank - before - 1));
    }
    if (tree.left == null || tree.right == null) {
      return tree.left == null ? tree.right : tree.left;
    }
    return before > tree.right.size
        ? balanced(at(tree.left, before - 1), removed(tree.left, before - 1), tree.right)
        : balanced(at(tree.right, 0), tree.left, removed(tree.right, 0));
  }

  /** The tree with another key and value at a rank. */
  static SortedTree replaced(SortedTree tree, int rank, Object key, Object value) {
    int before = size(tree.left);
    if (rank == before) {
      return new SortedTree(key, value, tree.left, tree.right);
    }
    return rank < before
        ? new SortedTree(tree.key, tree.value, replaced(tree.left, rank, key, value), tree.right)
        : new SortedTree(
            tree.key, tree.value, tree.left, replaced(tree.right, rank - before - 1, key, value));
  }

  /** A tree of the entries with some numbers in cells of keys and values in turn. */
  static SortedTree of(Object[] cells, int[] numbers, int from, int to) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    int number = numbers[middle];
    return new SortedTree(
        cells[2 * number],
        cells[2 * number + 1],
        of(cells, numbers, from, middle),
        of(cells, numbers, middle + 1, to));
  }

  /** Writes the entries to cells, in order; answers the next free cell. */
  static int copy(SortedTree tree, Object[] cells, int first) {
    if (tree == null) {
      return first;
    }
    int own = copy(tree.left, cells, first);
    cells[own] = tree.key;
    cells[own + 1] = tree.value;
    return copy(tree.right, cells, own + 2);
  }

  private static int weight(SortedTree tree) {
    return size(tree) + 1;
  }

  /** The entry of a node over two trees, one of which may be too heavy by one entry. */
  private static SortedTree balanced(SortedTree entry, SortedTree left, SortedTree right) {
    if (weight(right) > DELTA * weight(left)) {
      return weight(right.left) < RATIO * weight(right.right)
          ? over(right, over(entry, left, right.left), right.right)
          : over(
              right.left,
              over(entry, left, right.left.left),
              over(right, right.left.right, right.right));
    }
    if (weight(left) > DELTA * weight(right)) {
      return weight(left.right) < RATIO * weight(left.left)
          ? over(left, left.left, over(entry, left.right, right))
          : over(
              left.right,
              over(left, left.left, left.right.left),
              over(entry, left.right.right, right));
    }
    return over(entry, left, right);
  }

  private static SortedTree over(SortedTree entry, SortedTree left, SortedTree right) {
    return new SortedTree(entry.key, entry.value, left, right);
  }
}
