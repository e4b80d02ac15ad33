package org.hamtlab.engine;

import java.util.Arrays;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Builds a trie of many entries at once, bottom-up: one pass over the entries in the order of the
 * trie, in which each branch is made once, with exactly its size, when the last of its entries has
 * been seen. Of equal keys the first instance and the last value stay, as one put after another
 * would have it.
 *
 * <pre>
 * levels at which neighbours part      2 3 3 1 0 …
 * open branches, one a level           0 ─ 1 ─ 3      closed when neighbours part above them
 * </pre>
 *
 * <p><b>Cost.</b> Constant an entry and a branch.
 *
 * <p><b>Source.</b> Vuillemin, A Unifying Look at Data Structures, CACM 23(4), 1980,
 * doi:10.1145/358841.358852: the tree of a sequence by a stack.
 *
 * @param <R> type of a node reference
 */
final class ObjectBulk<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final BulkOrder order;
  private final Object[] keys;
  private final Object[] values;
  private final int span;
  private final int levels;

  /** What the open branch of each level will hold, by fragment. */
  private final long[] entryBits;

  private final long[] childBits;
  private final int[] entries;
  private final R[] children;

  private final int[] open;
  private int top;
  private int lost;

  @SuppressWarnings("unchecked")
  ObjectBulk(
      TrieRules rules,
      ObjectNodeLayout<R> layout,
      BulkOrder order,
      Object[] keys,
      Object[] values) {
    this.rules = rules;
    this.layout = layout;
    this.chains = new ObjectChains<R>(rules, layout);
    this.order = order;
    this.keys = keys;
    this.values = values;
    this.span = rules.digits().span();
    this.levels = rules.digits().levels();
    this.entryBits = new long[levels];
    this.childBits = new long[levels];
    this.entries = new int[levels << span];
    this.children = (R[]) new Object[levels << span];
    this.open = new int[levels];
  }

  /** Entries that were not counted because a later one has an equal key. */
  int lost() {
    return lost;
  }

  /** The root, once all entries were added. */
  R root() {
    return closed(0);
  }

  /** Takes over what another one has below the root. */
  void join(ObjectBulk<R> other) {
    entryBits[0] |= other.entryBits[0];
    childBits[0] |= other.childBits[0];
    for (long rest = other.entryBits[0]; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      entries[fragment] = other.entries[fragment];
    }
    for (long rest = other.childBits[0]; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      children[fragment] = other.children[fragment];
    }
    lost += other.lost;
  }

  /**
   * Adds a sorted range: all entries of some fragments of the root. What it needs below the root is
   * made at once.
   */
  void add(int from, int to) {
    int level = 0;
    for (int position = from; position < to; ) {
      int next = position + 1;
      int parting = parting(position, next, to);
      int[] colliding = null;
      if (parting == levels) {
        next = endOfPath(position, to);
        colliding = distinct(position, next);
        parting = parting(position, next, to);
      }
      if (parting > level) {
        level = parting;
        open[++top] = level;
      }
      long path = order.path(position);
      if (colliding == null || colliding.length == 1) {
        putEntry(level, path, order.index(position));
      } else {
        putTogether(level, path, colliding);
      }
      if (parting < level) {
        level = closeTo(parting, path);
      }
      position = next;
    }
  }

  /** The root is open until the end. */
  private int parting(int position, int next, int to) {
    return next < to ? order.parting(position, next) : 0;
  }

  private int endOfPath(int position, int to) {
    int end = position + 2;
    while (end < to && order.parting(position, end) == levels) {
      end++;
    }
    return end;
  }

  /** Closes the branches below a level, at which one is open then; answers the level. */
  private int closeTo(int parting, long path) {
    int level = open[top];
    while (parting < level) {
      int above = Math.max(open[top - 1], parting);
      R node = covering(closed(level), level, above + 1, path);
      if (open[top - 1] < parting) {
        open[top] = parting;
      } else {
        top--;
      }
      level = above;
      putChild(level, path, node);
    }
    return level;
  }

  private void putEntry(int level, long path, int entry) {
    if (rules.compression().expand(level, rules.lastLevel()) == level) {
      int fragment = rules.digits().fragment(path, level);
      entryBits[level] |= 1L << fragment;
      entries[level << span | fragment] = entry;
    } else {
      announce(entry);
      putChild(level, path, chains.toEntry(level + 1, path, keys[entry], values[entry]));
    }
  }

  /** Tells a layout that keeps paths which one an entry has. */
  private void announce(int entry) {
    if (rules.memoises()) {
      layout.announce(order.firstPath(entry));
    }
  }

  private void putChild(int level, long path, R child) {
    int fragment = rules.digits().fragment(path, level);
    childBits[level] |= 1L << fragment;
    children[level << span | fragment] = child;
  }

  /** Puts entries of one path: told apart by a further hash, else as a collision node. */
  private void putTogether(int level, long path, int[] entries) {
    for (int next = order.generation() + 1; next < rules.generations(); next++) {
      ObjectBulk<R> below = ofGeneration(next, entries);
      if (below.order.parting(0, entries.length - 1) < levels) {
        below.add(0, entries.length);
        R root = below.root();
        for (int above = next - 1; above > order.generation(); above--) {
          root = chains.wrap(root, levels, 0, rules.pathOf(keys[entries[0]], above));
        }
        putChild(level, path, chains.wrap(root, levels, level + 1, path));
        return;
      }
    }
    putCollision(level, path, collision(entries));
  }

  /** Some of the entries, in the order of their hashes of another generation. */
  private ObjectBulk<R> ofGeneration(int generation, int[] entries) {
    Object[] someKeys = new Object[entries.length];
    Object[] someValues = new Object[entries.length];
    for (int index = 0; index < entries.length; index++) {
      someKeys[index] = keys[entries[index]];
      someValues[index] = values[entries[index]];
    }
    BulkOrder some = new BulkOrder(rules, someKeys, generation);
    some.hash(0, entries.length);
    some.sort(0, entries.length);
    return new ObjectBulk<R>(rules, layout, some, someKeys, someValues);
  }

  private void putCollision(int level, long path, R collision) {
    R node = collision;
    int bottom = rules.compression().expand(level, rules.lastLevel());
    if (bottom > level) {
      int skip = chains.skipOf(bottom - level - 1);
      int fragment = rules.digits().fragment(path, bottom);
      R branch = layout.childBranch(skip, chains.prefix(path, bottom, skip), fragment, node);
      node = chains.wrap(branch, bottom - skip, level + 1, path);
    }
    putChild(level, path, node);
  }

  /** The branch of a level, with what was put there; the level is empty then. */
  private R closed(int level) {
    long ownEntries = entryBits[level];
    long ownChildren = childBits[level];
    entryBits[level] = 0;
    childBits[level] = 0;
    R branch = layout.blank(ownEntries, ownChildren);
    int base = level << span;
    for (long rest = ownEntries; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int entry = entries[base | fragment];
      announce(entry);
      layout.fillEntry(branch, layout.slotOf(branch, fragment), keys[entry], values[entry]);
    }
    for (long rest = ownChildren; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      layout.link(branch, layout.slotOf(branch, fragment), children[base | fragment]);
    }
    return branch;
  }

  /** A branch of a level with what the compression puts between it and a level above. */
  private R covering(R branch, int level, int from, long path) {
    if (level == from) {
      return branch;
    }
    int skip = chains.skipOf(level - from);
    R bottom = branch;
    if (skip > 0) {
      bottom = layout.prefixedCopy(branch, skip, chains.prefix(path, level, skip));
      layout.discard(branch);
    }
    return chains.wrap(bottom, level - skip, from, path);
  }

  /** The entries of a range of one path that have keys of their own. */
  private int[] distinct(int from, int to) {
    int[] entries = new int[to - from];
    for (int position = from; position < to; position++) {
      entries[position - from] = order.index(position);
    }
    int count = DistinctKeys.moveToFront(keys, values, entries, 0, entries.length);
    lost += entries.length - count;
    return Arrays.copyOf(entries, count);
  }

  private R collision(int[] colliding) {
    Object[] cells = new Object[2 * colliding.length];
    for (int index = 0; index < colliding.length; index++) {
      cells[2 * index] = keys[colliding[index]];
      cells[2 * index + 1] = values[colliding[index]];
    }
    announce(colliding[0]);
    return layout.collisionOf(cells);
  }
}
