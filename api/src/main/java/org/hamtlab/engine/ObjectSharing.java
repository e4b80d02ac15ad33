package org.hamtlab.engine;

import org.hamtlab.map.Sharing;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Compares two tries of one memory place by place, since versions share nodes in place.
 *
 * @param <R> type of a node reference
 */
final class ObjectSharing<R> {
  private final ObjectTrie<R> trie;
  private final ObjectNodeLayout<R> layout;
  private long sharedNodes;
  private long ownNodes;
  private long sharedSlots;
  private long ownSlots;

  ObjectSharing(ObjectTrie<R> trie) {
    this.trie = trie;
    this.layout = trie.layout;
  }

  /** What the trie shares with another one; {@code null} for one in another memory. */
  Sharing with(ObjectTrie<R> other) {
    if (trie.root != trie.none()) {
      compare(trie.root, other == null ? trie.none() : other.root, false);
    }
    return new Sharing(sharedNodes, ownNodes, sharedSlots, ownSlots);
  }

  private void compare(R branch, R other, boolean below) {
    boolean shared = below || branch == other;
    int slots = layout.slotCount(branch);
    count(shared, slots);
    boolean paired = !shared && other != trie.none() && layout.skip(branch) == layout.skip(other);
    for (int slot = 0; slot < slots; slot++) {
      int kind = layout.kind(branch, slot);
      if (kind == NodeLayout.ENTRY || kind == NodeLayout.NOTHING) {
        continue;
      }
      R child = layout.child(branch, slot);
      R counterpart = paired ? childAt(other, layout.fragmentAt(branch, slot), kind) : trie.none();
      if (kind == NodeLayout.COLLISION) {
        count(shared || child == counterpart, layout.collisionSize(child));
      } else {
        compare(child, counterpart, shared);
      }
    }
  }

  private R childAt(R branch, int fragment, int kind) {
    if (!layout.occupied(branch, fragment)) {
      return trie.none();
    }
    int slot = layout.slotOf(branch, fragment);
    return layout.kind(branch, slot) == kind ? layout.child(branch, slot) : trie.none();
  }

  private void count(boolean shared, int slots) {
    if (shared) {
      sharedNodes++;
      sharedSlots += slots;
    } else {
      ownNodes++;
      ownSlots += slots;
    }
  }
}
