package org.hamtlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RecursiveAction;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Builds a trie from many entries at once: radix partition by the fragments of the mixed hash, then
 * bottom-up, each branch made once with exactly its size. Of equal keys the first instance and the
 * last value stay, as one put after another would have it.
 *
 * <pre>
 * paths  [ … | fragment 0 | fragment 1 | … ]   one range a fragment, stable, ping-pong between two
 * order  [ … index of the entry …          ]   arrays from level to level
 * </pre>
 *
 * <p><b>Cost.</b> One move a level of an entry's path, 24 bytes an entry meanwhile.
 *
 * <p><b>Source.</b> Most-significant-digit radix sort; after the bottom-up build of hamtlab's
 * prototypes.
 *
 * @param <R> type of a node reference
 */
final class ObjectBulk<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final R none;
  private final int fanOut;
  private final Object[] keys;
  private final Object[] values;
  private final long[][] paths = new long[2][];
  private final int[][] order = new int[2][];
  private final int[][] starts;
  private int lost;

  ObjectBulk(ObjectTrie<R> trie, ObjectNodeLayout<R> layout, Object[] keys, Object[] values) {
    this.rules = trie.rules;
    this.layout = layout;
    this.none = trie.none();
    this.fanOut = rules.mask() + 1;
    this.keys = keys;
    this.values = values;
    this.starts = new int[rules.digits().levels()][];
    for (int side = 0; side < 2; side++) {
      paths[side] = new long[keys.length];
      order[side] = new int[keys.length];
    }
  }

  /** Part of a build on another thread. */
  private ObjectBulk(ObjectBulk<R> whole) {
    this.rules = whole.rules;
    this.layout = whole.layout;
    this.none = whole.none;
    this.fanOut = whole.fanOut;
    this.keys = whole.keys;
    this.values = whole.values;
    this.starts = new int[whole.starts.length][];
    for (int side = 0; side < 2; side++) {
      paths[side] = whole.paths[side];
      order[side] = whole.order[side];
    }
  }

  /** Whether a composition's tries can be built so: entries stand as high as they may. */
  static boolean serves(TrieRules rules) {
    return ObjectAlgebra.serves(rules)
        && rules.compression().expand(0, rules.lastLevel()) == 0
        && rules.compression().expand(1, rules.lastLevel()) == 1;
  }

  /** Entries that were not counted because a later one has an equal key; once it was built. */
  int lost() {
    return lost;
  }

  /** The root; there is at least one entry. */
  R build() {
    hash(0, keys.length);
    return branch(0, 0, keys.length, 0);
  }

  /** The root, built on the common pool's threads; the layout lets them. */
  R buildInParallel() {
    int parts = Math.min(64, Math.max(1, keys.length >>> 12));
    new Hashing(0, keys.length, Math.ceilDiv(keys.length, parts)).invoke();
    Subtree root = new Subtree(0, keys.length, 0);
    root.invoke();
    lost = root.part.lost;
    return root.result;
  }

  private void hash(int from, int to) {
    for (int index = from; index < to; index++) {
      paths[0][index] = rules.pathOf(keys[index]);
      order[0][index] = index;
    }
  }

  /** Scatters a range by the fragments of a level; answers where each fragment's range begins. */
  private int[] partition(int side, int from, int to, int level) {
    int[] starts = this.starts[level];
    if (starts == null) {
      starts = new int[fanOut + 1];
      this.starts[level] = starts;
    } else {
      Arrays.fill(starts, 0);
    }
    int shift = rules.digits().shift(level);
    int mask = rules.mask();
    long[] source = paths[side];
    for (int index = from; index < to; index++) {
      starts[((int) Long.rotateRight(source[index], shift) & mask) + 1]++;
    }
    starts[0] = from;
    for (int fragment = 1; fragment <= fanOut; fragment++) {
      starts[fragment] += starts[fragment - 1];
    }
    scatter(side, from, to, shift, starts);
    return starts;
  }

  private void scatter(int side, int from, int to, int shift, int[] starts) {
    long[] source = paths[side];
    long[] target = paths[1 - side];
    int[] sourceOrder = order[side];
    int[] targetOrder = order[1 - side];
    int mask = rules.mask();
    for (int index = from; index < to; index++) {
      int place = starts[(int) Long.rotateRight(source[index], shift) & mask]++;
      target[place] = source[index];
      targetOrder[place] = sourceOrder[index];
    }
    System.arraycopy(starts, 0, starts, 1, fanOut);
    starts[0] = from;
  }

  /** The branch of a level over a range whose paths are equal above it. */
  private R branch(int side, int from, int to, int level) {
    int[] starts = partition(side, from, to, level);
    int other = 1 - side;
    long entries = 0;
    long children = 0;
    for (int fragment = 0; fragment < fanOut; fragment++) {
      int first = starts[fragment];
      int end = distinctEnd(other, first, starts[fragment + 1]);
      if (end - first == 1) {
        entries |= 1L << fragment;
      } else if (end > first) {
        children |= 1L << fragment;
      }
    }
    R branch = layout.blank(entries, children);
    for (long rest = entries; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      int entry = order[other][starts[fragment]];
      layout.fillEntry(branch, layout.slotOf(branch, fragment), keys[entry], values[entry]);
    }
    for (long rest = children; rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      R child = child(other, starts[fragment], starts[fragment + 1], level + 1);
      layout.link(branch, layout.slotOf(branch, fragment), child);
    }
    return branch;
  }

  private R child(int side, int from, int to, int level) {
    return isOnePath(side, from, to)
        ? collision(side, from, from + distinct(side, from, to))
        : branch(side, from, to, level);
  }

  private boolean isOnePath(int side, int from, int to) {
    long[] source = paths[side];
    for (int index = from + 1; index < to; index++) {
      if (source[index] != source[from]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the entries of a range end once those are gone whose keys are equal to earlier ones, if
   * the whole range has one path; else where it ends.
   */
  private int distinctEnd(int side, int from, int to) {
    return to - from < 2 || !isOnePath(side, from, to) ? to : from + distinct(side, from, to);
  }

  /** Moves the entries of a range of one path that have keys of their own to its front. */
  private int distinct(int side, int from, int to) {
    int[] entries = order[side];
    int end = from;
    while (end < to && entries[end] >= 0) {
      end++;
    }
    int count = DistinctKeys.moveToFront(keys, values, entries, from, end);
    lost += end - from - count;
    Arrays.fill(entries, from + count, end, -1);
    return count;
  }

  private R collision(int side, int from, int to) {
    int[] entries = order[side];
    Object[] cells = new Object[2 * (to - from)];
    for (int index = from; index < to; index++) {
      cells[2 * (index - from)] = keys[entries[index]];
      cells[2 * (index - from) + 1] = values[entries[index]];
    }
    return layout.collisionOf(cells);
  }

  /** Hashes a range. */
  private final class Hashing extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final int from;
    private final int to;
    private final int grain;

    Hashing(int from, int to, int grain) {
      this.from = from;
      this.to = to;
      this.grain = grain;
    }

    @Override
    protected void compute() {
      if (to - from <= grain) {
        hash(from, to);
        return;
      }
      int middle = (from + to) >>> 1;
      invokeAll(new Hashing(from, middle, grain), new Hashing(middle, to, grain));
    }
  }

  /** Builds the branch over a range, its larger children as tasks of their own. */
  private final class Subtree extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private static final int GRAIN = 1 << 12;

    private final ObjectBulk<R> part = new ObjectBulk<R>(ObjectBulk.this);
    private final int from;
    private final int to;
    private final int level;
    private R result = none;

    Subtree(int from, int to, int level) {
      this.from = from;
      this.to = to;
      this.level = level;
    }

    @Override
    protected void compute() {
      int side = level & 1;
      if (to - from > GRAIN && level < rules.lastLevel()) {
        int[] starts = part.partition(side, from, to, level);
        if (isSpread(starts)) {
          fork(starts);
          return;
        }
      }
      result = level == 0 ? part.branch(0, from, to, 0) : part.child(side, from, to, level);
    }

    /** Whether every fragment has entries of two paths or more, so that all become branches. */
    private boolean isSpread(int[] starts) {
      for (int fragment = 0; fragment < fanOut; fragment++) {
        if (starts[fragment + 1] - starts[fragment] < 2
            || part.isOnePath(1 - (level & 1), starts[fragment], starts[fragment + 1])) {
          return false;
        }
      }
      return true;
    }

    private void fork(int[] starts) {
      List<Subtree> tasks = new ArrayList<>(fanOut);
      for (int fragment = 0; fragment < fanOut; fragment++) {
        tasks.add(new Subtree(starts[fragment], starts[fragment + 1], level + 1));
      }
      invokeAll(tasks);
      R branch = layout.blank(0, -1L >>> (64 - fanOut));
      for (int fragment = 0; fragment < fanOut; fragment++) {
        Subtree task = tasks.get(fragment);
        layout.link(branch, layout.slotOf(branch, fragment), task.result);
        part.lost += task.part.lost;
      }
      result = branch;
    }
  }
}
