package org.hamtlab.engine;

import java.util.ConcurrentModificationException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * The state of one trie, and lookup. Insertion, removal and iteration stand in classes of their own
 * and work on this one.
 *
 * <p>The root is {@code none} while the trie is empty, else an ordinary branch of level 0, or the
 * table of an {@link ObjectTable}. Root and size change last, so an operation that fails leaves the
 * trie as it was.
 *
 * @param <R> type of a node reference
 */
final class ObjectTrie<R> {
  /** What a lookup answers when the key is absent, since {@code null} may be a value. */
  static final Object ABSENT = new Object();

  final ObjectStore<R> store;
  final TrieRules rules;
  final ObjectNodeLayout<R> layout;

  R root;
  int size;
  int modifications;
  int relocations;
  boolean closed;

  /** Grows from the root, where maps have such tables and the trie owns its memory, else null. */
  private final ObjectTable<R> table;

  private final boolean exclusive;

  /** An empty trie that owns all of its store's memory. */
  ObjectTrie(ObjectStore<R> store) {
    this.store = store;
    this.rules = store.rules;
    this.layout = store.layout;
    this.exclusive = true;
    this.root = none();
    this.table = rules.tables() ? new ObjectTable<R>(this) : null;
  }

  /** A trie over nodes of a store, seen through a view that owns none of them. */
  ObjectTrie(ObjectStore<R> store, ObjectNodeLayout<R> view, R root, int size) {
    this.store = store;
    this.rules = store.rules;
    this.layout = view;
    this.exclusive = false;
    this.table = null;
    this.root = root;
    this.size = size;
  }

  /** The reference that denotes no node: {@code null}, or 0 in the derived version. */
  R none() {
    return null;
  }

  /** The root table, in use or not; {@code null} where there is never one. */
  ObjectTable<R> table() {
    return table;
  }

  /** Whether the root is a table. */
  boolean isTabled() {
    return rules.tables() && table != null && table.levels() > 0;
  }

  /** The level of the slots of the root. */
  int rootLevel() {
    return isTabled() ? table.levels() - 1 : 0;
  }

  /** The slot of a branch, or the cell of the root table, that a path leads to. */
  int slotOf(R node, int level, long path) {
    return isTabled() && node == root
        ? table.cellOf(path)
        : layout.slotOf(node, rules.fragment(path, level));
  }

  /** Whether every node may be changed in place. */
  boolean isExclusive() {
    return exclusive;
  }

  /** The value of a key, or what is asked for when it is absent. */
  Object find(Object key, Object absent) {
    if (root == none() || !exclusive) {
      ensureOpen();
      if (root == none()) {
        return absent;
      }
    }
    return find(rules.pathOf(key), key, absent);
  }

  /** The value of a key whose path is known; the trie is not empty. */
  Object find(long path, Object key, Object absent) {
    if (isTabled()) {
      return table.find(path, key, absent);
    }
    if (layout.entriesComeFirst() && !rules.skips()) {
      return findInline(layout, rules, root, path, key, absent);
    }
    return findBelow(root, 0, path, key, absent);
  }

  /** The value of a key that can stand nowhere but below a branch of a level of generation 0. */
  Object findBelow(R branch, int level, long path, Object key, Object absent) {
    return rules.rehashes()
        ? findAcross(branch, level, path, key, absent)
        : findBehind(branch, rules.firstShift() + rules.step() * level, path, key, absent);
  }

  /**
   * Lookup where branches tell entries from nodes without a look at the slot.
   *
   * @param path the key's path of the first generation
   */
  static <R> Object findInline(
      ObjectNodeLayout<R> layout, TrieRules rules, R root, long path, Object key, Object absent) {
    int mask = rules.mask();
    int step = rules.step();
    long rest = Long.rotateRight(path, rules.firstShift());
    R node = root;
    int level = 0;
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (layout.hasNode(node, fragment)) {
        node = layout.child(node, layout.nodeSlot(node, fragment));
        if (layout.isCollision(node)) {
          int index = indexIn(layout, rules, node, path, key);
          return index < 0 ? absent : layout.collisionValue(node, index);
        }
        rest = Long.rotateRight(rest, step);
        if (rules.rehashes() && rules.isRootLevel(++level)) {
          rest = Long.rotateRight(rules.pathOf(key, rules.generation(level)), rules.firstShift());
        }
      } else if (layout.hasEntry(node, fragment)) {
        int slot = layout.entrySlot(node, fragment);
        return holds(layout, rules, node, slot, path, key) ? layout.value(node, slot) : absent;
      } else {
        return absent;
      }
    }
  }

  /** Lookup where what stands in a slot is told by the slot. */
  private Object findBehind(R branch, int firstShift, long path, Object key, Object absent) {
    R node = branch;
    ObjectNodeLayout<R> layout = this.layout;
    TrieRules rules = this.rules;
    int mask = rules.mask();
    int step = rules.step();
    int shift = firstShift;
    long rest = Long.rotateRight(path, shift);
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        return absent;
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.BRANCH) {
        node = layout.child(node, slot);
        shift += step;
        rest = Long.rotateRight(rest, step);
      } else if (kind == NodeLayout.ENTRY) {
        return holds(node, slot, path, key) ? layout.value(node, slot) : absent;
      } else if (kind == NodeLayout.COMPRESSED && rules.skips()) {
        node = layout.child(node, slot);
        int skip = layout.skip(node);
        shift += step;
        if (((path ^ layout.prefix(node)) & rules.runMask(shift, skip)) != 0) {
          return absent;
        }
        shift += step * skip;
        rest = Long.rotateRight(path, shift);
      } else {
        R collision = layout.child(node, slot);
        int index = indexIn(collision, path, key);
        return index < 0 ? absent : layout.collisionValue(collision, index);
      }
    }
  }

  /** As {@link #findBehind}, across the generations of hashes. */
  private Object findAcross(R branch, int firstLevel, long path, Object key, Object absent) {
    R node = branch;
    long here = path;
    int level = firstLevel;
    for (; ; ) {
      int fragment = rules.fragment(here, level);
      if (!layout.occupied(node, fragment)) {
        return absent;
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.ENTRY) {
        return holds(node, slot, path, key) ? layout.value(node, slot) : absent;
      }
      node = layout.child(node, slot);
      if (kind == NodeLayout.COLLISION) {
        int index = indexIn(node, path, key);
        return index < 0 ? absent : layout.collisionValue(node, index);
      }
      level++;
      if (rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
      } else if (kind == NodeLayout.COMPRESSED) {
        int skip = layout.skip(node);
        if (((here ^ layout.prefix(node)) & rules.levelsMask(level, skip)) != 0) {
          return absent;
        }
        level += skip;
      }
    }
  }

  /**
   * Whether the entry in a slot is that of a key. Where the layout keeps paths they are compared
   * first.
   *
   * @param path the key's path of the first generation
   */
  boolean holds(R node, int slot, long path, Object key) {
    return holds(layout, rules, node, slot, path, key);
  }

  private static <R> boolean holds(
      ObjectNodeLayout<R> layout, TrieRules rules, R node, int slot, long path, Object key) {
    return (!rules.memoises() || layout.path(node, slot) == path)
        && same(layout.key(node, slot), key);
  }

  /** Where the entry of a key stands in a collision node, -1 if nowhere; as {@link #holds}. */
  int indexIn(R collision, long path, Object key) {
    return indexIn(layout, rules, collision, path, key);
  }

  private static <R> int indexIn(
      ObjectNodeLayout<R> layout, TrieRules rules, R collision, long path, Object key) {
    return rules.memoises() && layout.collisionPath(collision) != path
        ? -1
        : layout.collisionIndex(collision, key);
  }

  /** Whether a key that stands in the trie equals one that is looked for. */
  static boolean same(Object present, Object key) {
    return present == key || (key != null && key.equals(present));
  }

  /**
   * Puts a node in the place of the one that it replaces, and frees that one.
   *
   * @param path the path that leads there, of the first generation
   * @param key the key whose path it is
   */
  void relink(long path, Object key, R parent, int parentSlot, R replaced, R replacement) {
    if (replacement != replaced) {
      replace(path, key, parent, parentSlot, replaced, replacement);
      layout.discard(replaced);
    }
  }

  /**
   * Puts a node in the place of another one, which is not freed. Where versions share nodes, the
   * branches above are copied unless they are owned already.
   */
  void replace(long path, Object key, R parent, int parentSlot, R replaced, R replacement) {
    if (!exclusive) {
      replaceFromRoot(path, key, replaced, replacement);
    } else if (parent == none()) {
      root = replacement;
    } else {
      layout.link(parent, parentSlot, replacement);
    }
  }

  /** As {@link #replace}, where what is above is not known. */
  void replaceFromRoot(long path, Object key, R replaced, R replacement) {
    ObjectNodeLayout<R> layout = this.layout;
    relocations++;
    if (root == replaced) {
      root = replacement;
      return;
    }
    int step = rules.step();
    int shift = rules.firstShift();
    long here = path;
    int level = 0;
    R above = owned(root);
    root = above;
    for (; ; ) {
      int fragment = (int) Long.rotateRight(here, shift) & rules.mask();
      int slot = layout.slotOf(above, fragment);
      R child = layout.child(above, slot);
      if (child == replaced) {
        layout.link(above, slot, replacement);
        return;
      }
      R own = owned(child);
      if (own != child) {
        layout.link(above, slot, own);
      }
      above = own;
      int skip = rules.skips() ? layout.skip(own) : 0;
      shift += step + step * skip;
      level += 1 + skip;
      if (rules.rehashes() && rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
        shift = rules.firstShift();
      }
    }
  }

  /** A node that may be changed in place: this one, or a copy. */
  R owned(R node) {
    return layout.owned(node) ? node : layout.copied(node);
  }

  /** Drops everything. */
  void clear() {
    ensureOpen();
    if (exclusive) {
      layout.clear();
    }
    forget();
    size = 0;
    modifications++;
  }

  /** Leaves all nodes, which do not exist any more. */
  void forget() {
    root = none();
    if (table != null) {
      table.forget();
    }
  }

  /** Throws if the map was closed. */
  void ensureOpen() {
    if (closed) {
      throw new IllegalStateException(
          "map: closed, or ended by persistent() (expected open)."
              + " Compose another map, or end this one later.");
    }
    if (!exclusive) {
      store.family.ensureOpen();
    }
  }

  /** Throws if the map was closed or changed since a count of modifications was taken. */
  void ensureUnmodified(int expectedModifications) {
    if (modifications != expectedModifications) {
      ensureOpen();
      throw new ConcurrentModificationException(
          "map: changed by something else in the middle of an iteration or an operation");
    }
  }
}
