package org.hamtlab.engine;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Walks every node of a trie: to count its shape, or to show it to a visitor.
 *
 * @param <R> type of a node reference
 */
final class ObjectSurvey<R> {
  private final ObjectTrie<R> trie;
  private final ObjectNodeLayout<R> layout;
  private final long[] leavesByLevel;
  private final long[] branchesByLevel;
  private long compressed;
  private long skipped;
  private long leaves;
  private long collisions;
  private long collidingEntries;
  private long collisionBytes;
  private long pointers;
  private long singles;
  private long branches;
  private int deepest;

  ObjectSurvey(ObjectTrie<R> trie) {
    this.trie = trie;
    this.layout = trie.layout;
    this.leavesByLevel = new long[trie.rules.levels() + 1];
    this.branchesByLevel = new long[trie.rules.levels()];
  }

  /** Counts the shape. A survey counts once. */
  Shape shape() {
    if (trie.isTabled()) {
      count(new ObjectTableOutline<R>(trie), 0, 0);
    } else if (trie.root != trie.none()) {
      count(trie.root, 0);
    }
    return new Shape(
        trie.size,
        branches,
        compressed,
        skipped,
        leaves,
        collisions,
        pointers,
        singles,
        deepest,
        boxed(leavesByLevel),
        boxed(branchesByLevel));
  }

  private void count(R branch, int level) {
    int slots = layout.slotCount(branch);
    branches++;
    branchesByLevel[level]++;
    int used = Long.bitCount(layout.bitmap(branch));
    pointers += used;
    if (used == 1 && level > 0) {
      singles++;
    }
    for (int slot = 0; slot < slots; slot++) {
      countIn(branch, slot, level);
    }
  }

  private void countIn(R branch, int slot, int level) {
    int kind = layout.kind(branch, slot);
    if (kind == NodeLayout.BRANCH) {
      count(layout.child(branch, slot), level + 1);
    } else if (kind == NodeLayout.COMPRESSED) {
      R child = layout.child(branch, slot);
      compressed++;
      skipped += layout.skip(child);
      count(child, level + 1 + layout.skip(child));
    } else if (kind != NodeLayout.NOTHING) {
      countLeaf(level + 1);
      if (kind == NodeLayout.COLLISION) {
        countCollision(layout.child(branch, slot));
      }
    }
  }

  /** Counts a branch that a root table stands for, and all below it. */
  private void count(ObjectTableOutline<R> outline, int level, int prefix) {
    branches++;
    branchesByLevel[level]++;
    int used = 0;
    for (int fragment = 0; fragment <= trie.rules.mask(); fragment++) {
      if (!outline.isUsed(level, prefix, fragment)) {
        continue;
      }
      used++;
      int below = outline.prefix(level, prefix, fragment);
      if (outline.isLast(level)) {
        countIn(trie.root, below, level);
      } else {
        count(outline, level + 1, below);
      }
    }
    pointers += used;
    if (used == 1 && level > 0) {
      singles++;
    }
  }

  private void countLeaf(int level) {
    leaves++;
    leavesByLevel[level]++;
    deepest = Math.max(deepest, level);
  }

  private void countCollision(R collision) {
    collisions++;
    collidingEntries += layout.collisionSize(collision);
    collisionBytes += layout.nodeBytes(collision);
  }

  /** Entries that stand in collision nodes, once the shape was counted. */
  long collidingEntries() {
    return collidingEntries;
  }

  /** Bytes of collision nodes and their entries, once the shape was counted. */
  long collisionBytes() {
    return collisionBytes;
  }

  private static List<Long> boxed(long[] counts) {
    List<Long> list = new ArrayList<>(counts.length);
    for (long count : counts) {
      list.add(count);
    }
    return list;
  }

  /** Bytes of every node and entry. */
  long bytes() {
    return trie.root == trie.none() ? 0 : bytes(trie.root);
  }

  private long bytes(R branch) {
    long bytes = layout.nodeBytes(branch);
    int slots = layout.slotCount(branch);
    for (int slot = 0; slot < slots; slot++) {
      int kind = layout.kind(branch, slot);
      if (kind == NodeLayout.BRANCH || kind == NodeLayout.COMPRESSED) {
        bytes += bytes(layout.child(branch, slot));
      } else if (kind == NodeLayout.COLLISION) {
        bytes += layout.nodeBytes(layout.child(branch, slot));
      }
    }
    return bytes;
  }

  /** Shows every node. */
  void visit(TrieVisitor visitor) {
    if (trie.isTabled()) {
      show(visitor, new ObjectTableOutline<R>(trie), 0, 0, -1);
    } else if (trie.root != trie.none()) {
      show(visitor, trie.root, 0, -1);
    }
  }

  /** Shows a branch that a root table stands for, and all below it. */
  private void show(
      TrieVisitor visitor, ObjectTableOutline<R> outline, int level, int prefix, int ownFragment) {
    visitor.enterBranch(level, ownFragment, 0, outline.used(level, prefix), outline.describe());
    for (int fragment = 0; fragment <= trie.rules.mask(); fragment++) {
      if (!outline.isUsed(level, prefix, fragment)) {
        continue;
      }
      int below = outline.prefix(level, prefix, fragment);
      if (outline.isLast(level)) {
        showIn(visitor, trie.root, below, level, fragment);
      } else {
        show(visitor, outline, level + 1, below, fragment);
      }
    }
    visitor.leaveBranch();
  }

  private void show(TrieVisitor visitor, R branch, int level, int ownFragment) {
    int slots = Long.bitCount(layout.bitmap(branch));
    int skip = level == 0 ? 0 : layout.skip(branch);
    visitor.enterBranch(level, ownFragment, skip, slots, text(visitor, branch));
    visitor.blocks(layout.blocksOf(branch));
    for (long rest = layout.bitmap(branch); rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      showIn(visitor, branch, layout.slotOf(branch, fragment), level, fragment);
    }
    visitor.leaveBranch();
  }

  private String text(TrieVisitor visitor, R node) {
    return visitor.wantsText() ? layout.describe(node) : "";
  }

  private void showIn(TrieVisitor visitor, R branch, int slot, int level, int fragment) {
    switch (layout.kind(branch, slot)) {
      case NodeLayout.ENTRY -> {
        visitor.entryBlocks(layout.entryBlocks(branch, slot));
        visitor.entry(level + 1, fragment, layout.key(branch, slot), layout.value(branch, slot));
      }
      case NodeLayout.BRANCH, NodeLayout.COMPRESSED -> {
        R child = layout.child(branch, slot);
        show(visitor, child, level + 1 + layout.skip(child), fragment);
      }
      case NodeLayout.COLLISION ->
          showCollision(visitor, layout.child(branch, slot), level + 1, fragment);
      default -> {}
    }
  }

  private void showCollision(TrieVisitor visitor, R collision, int level, int fragment) {
    int size = layout.collisionSize(collision);
    visitor.enterCollision(level, fragment, size, text(visitor, collision));
    visitor.blocks(layout.blocksOf(collision));
    for (int index = 0; index < size; index++) {
      visitor.entryBlocks(layout.collisionEntryBlocks(collision, index));
      visitor.entry(
          level,
          -1,
          layout.collisionKey(collision, index),
          layout.collisionValue(collision, index));
    }
    visitor.leaveCollision();
  }
}
