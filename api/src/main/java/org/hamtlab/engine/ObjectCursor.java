package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * A position in a trie that walks from entry to entry, depth first. It allocates nothing after its
 * creation and does not notice changes: its users do.
 *
 * @param <R> type of a node reference
 */
final class ObjectCursor<R> {
  private final ObjectTrie<R> trie;
  private final ObjectNodeLayout<R> layout;
  private final R[] nodes;
  private final int[] slots;
  private final int[] ends;
  private int depth = -1;

  /** Where to go on behind the entry here, if not at the next slot. */
  private int resumption;

  private R collision;
  private int index = -1;

  /** The level of the branch that was left to seek a key. */
  private int levelBefore;

  /** The path of the key that is sought, by generation. */
  private final long[] paths;

  /** A cursor before the first entry. */
  @SuppressWarnings("unchecked")
  ObjectCursor(ObjectTrie<R> trie) {
    this.trie = trie;
    this.layout = trie.layout;
    int levels = trie.rules.levels();
    this.nodes = (R[]) new Object[levels];
    this.slots = new int[levels];
    this.ends = new int[levels];
    this.collision = trie.none();
    this.paths = new long[trie.rules.generations()];
    if (trie.root != trie.none()) {
      enter(trie.root, -1);
    }
  }

  /** A cursor before the first entry in a range of slots of one branch. */
  @SuppressWarnings("unchecked")
  ObjectCursor(ObjectTrie<R> trie, R branch, int firstSlot, int endSlot) {
    this.trie = trie;
    this.layout = trie.layout;
    int levels = trie.rules.levels();
    this.nodes = (R[]) new Object[levels];
    this.slots = new int[levels];
    this.ends = new int[levels];
    this.collision = trie.none();
    this.paths = new long[trie.rules.generations()];
    enter(branch, firstSlot - 1);
    ends[0] = endSlot;
  }

  private void enter(R branch, int slot) {
    depth++;
    nodes[depth] = branch;
    slots[depth] = slot;
    ends[depth] = depth == 0 && trie.isTabled() ? trie.table().cells() : layout.slotCount(branch);
  }

  /** Moves to the next entry; false if there is none. */
  boolean advance() {
    if (index >= 0) {
      if (++index < layout.collisionSize(collision)) {
        return true;
      }
      index = -1;
    }
    while (depth >= 0) {
      int slot = ++slots[depth];
      if (resumption > 0) {
        slot = resumption;
        slots[depth] = slot;
        resumption = 0;
      }
      if (slot >= ends[depth]) {
        depth--;
        continue;
      }
      R node = nodes[depth];
      if (depth == 0 && trie.isTabled() && layout.child(node, slot) == trie.none()) {
        continue;
      }
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.ENTRY) {
        return true;
      }
      if (kind == NodeLayout.BRANCH || kind == NodeLayout.COMPRESSED) {
        enter(layout.child(node, slot), -1);
      } else if (kind == NodeLayout.COLLISION) {
        collision = layout.child(node, slot);
        index = 0;
        return true;
      }
    }
    return false;
  }

  /** Moves to an entry that stands in the trie; stays here if its {@code hashCode} throws. */
  void seek(Object key) {
    aim(key);
    seekAimed(key);
  }

  /**
   * Prepares {@link #seekAimed}, which throws nothing then: asks the hashes of the key of the entry
   * here, which may move up but not down.
   */
  void aim(Object key) {
    int level = trie.rootLevel() + depth;
    for (int each = 1; trie.rules.skips() && each <= depth; each++) {
      level += layout.skip(nodes[each]);
    }
    levelBefore = level;
    int deepest = trie.rules.rehashes() ? trie.rules.generation(level) : 0;
    for (int generation = 0; generation <= deepest; generation++) {
      paths[generation] = trie.rules.pathOf(key, generation);
    }
  }

  /**
   * Moves to an entry that stands in the trie, after a change that moved nodes.
   *
   * <p>Where a branch shows its entries first, an entry that moved up out of a child comes before
   * entries that were shown already; the walk then goes on behind the place of the child. A branch
   * that was joined with those above it keeps its level, and its entries their places.
   */
  void seekAimed(Object key) {
    int indexBefore = index;
    boolean wasInCollision = index >= 0;
    int pending = resumption;
    depth = -1;
    index = -1;
    resumption = 0;
    R node = trie.root;
    int level = trie.rootLevel();
    for (; ; ) {
      long path = paths[trie.rules.generation(level)];
      int slot = trie.slotOf(node, level, path);
      enter(node, slot);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.ENTRY) {
        if (layout.entriesComeFirst()) {
          boolean movedUp = level < levelBefore || wasInCollision;
          resumption = movedUp ? firstNodeBehind(node, slot) : pending;
        }
        return;
      }
      node = layout.child(node, slot);
      if (kind == NodeLayout.COLLISION) {
        collision = node;
        index = identityIndex(key, indexBefore);
        return;
      }
      level += 1 + layout.skip(node);
    }
  }

  private int firstNodeBehind(R branch, int entrySlot) {
    int fragment = layout.fragmentAt(branch, entrySlot);
    int slots = layout.slotCount(branch);
    int slot = entrySlot + 1;
    while (slot < slots
        && (layout.kind(branch, slot) == NodeLayout.ENTRY
            || layout.fragmentAt(branch, slot) < fragment)) {
      slot++;
    }
    return slot;
  }

  /** Where a key stands itself: most often where it stood, or one place before. */
  private int identityIndex(Object key, int indexBefore) {
    int size = layout.collisionSize(collision);
    int found = Math.clamp(indexBefore - 1, 0, size - 1);
    while (layout.collisionKey(collision, found) != key) {
      found = found + 1 < size ? found + 1 : 0;
    }
    return found;
  }

  /** The key of the entry here. */
  Object key() {
    return index >= 0
        ? layout.collisionKey(collision, index)
        : layout.key(nodes[depth], slots[depth]);
  }

  /** The value of the entry here. */
  Object value() {
    return index >= 0
        ? layout.collisionValue(collision, index)
        : layout.value(nodes[depth], slots[depth]);
  }

  /** Replaces the value of the entry here. */
  void setValue(Object value) {
    if (index >= 0) {
      layout.setCollisionValue(collision, index, value);
    } else {
      layout.setValue(nodes[depth], slots[depth], value);
    }
  }
}
