package org.hamtlab.engine;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Copies the trie of one version to a fresh memory, node by node. The old memory goes when the last
 * version in it does.
 *
 * @param <R> type of a node reference
 */
final class ObjectEvacuation<R> {
  private final ObjectTrie<R> base;
  private final ObjectNodeLayout<R> from;
  private ObjectNodeLayout<R> to;

  ObjectEvacuation(ObjectTrie<R> base) {
    this.base = base;
    this.from = base.layout;
  }

  /** The copy; {@code null} if memory lacks, which is counted. */
  ObjectTrie<R> run() {
    MapFamily family = base.store.family;
    try {
      ObjectStore<R> store = ObjectStore.fresh(family);
      to = store.layout;
      R root = base.root == base.none() ? base.none() : copy(base.root);
      store.share(base.size);
      family.evacuations.incrementAndGet();
      family.slotsCopied.addAndGet(to.slotsHeld());
      return new ObjectTrie<R>(store, store.editor.layout, root, base.size);
    } catch (AllocationException | OutOfMemoryError lacking) {
      family.evacuationsDeferred.incrementAndGet();
      return null;
    }
  }

  /** The root of a copy in another memory. */
  R copiedTo(ObjectNodeLayout<R> memory) {
    to = memory;
    return copy(base.root);
  }

  private R copy(R branch) {
    R copy = to.adopted(from, branch);
    int slots = from.slotCount(branch);
    for (int slot = 0; slot < slots; slot++) {
      int kind = from.kind(branch, slot);
      if (kind == NodeLayout.BRANCH || kind == NodeLayout.COMPRESSED) {
        to.link(copy, slot, copy(from.child(branch, slot)));
      } else if (kind == NodeLayout.COLLISION) {
        to.link(copy, slot, to.adopted(from, from.child(branch, slot)));
      }
    }
    return copy;
  }
}
