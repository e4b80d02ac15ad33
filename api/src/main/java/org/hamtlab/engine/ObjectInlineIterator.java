package org.hamtlab.engine;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Iterates over the entries of a version whose branches show their entries first: the entries of
 * one node are a plain run.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
final class ObjectInlineIterator<K, V, R> implements Iterator<Map.Entry<K, V>> {
  private final MapFamily family;
  private final ObjectNodeLayout<R> layout;
  private final R[] nodes;
  private final int[] slots;
  private final int[] ends;
  private int depth = -1;

  /** The branch or collision node that the run of entries at hand stands in. */
  private R run;

  private boolean inCollision;
  private int next;
  private int end;

  @SuppressWarnings("unchecked")
  ObjectInlineIterator(ObjectTrie<R> trie) {
    this.family = trie.store.family;
    this.layout = trie.layout;
    int levels = trie.rules.levels();
    this.nodes = (R[]) new Object[levels];
    this.slots = new int[levels];
    this.ends = new int[levels];
    this.run = trie.none();
    if (trie.root != trie.none()) {
      enter(trie.root);
    }
  }

  private void enter(R branch) {
    int entries = Long.bitCount(layout.entryBitmap(branch));
    depth++;
    nodes[depth] = branch;
    slots[depth] = entries;
    ends[depth] = layout.slotCount(branch);
    run = branch;
    inCollision = false;
    next = 0;
    end = entries;
  }

  /** Goes on to a run that is not empty; false if there is none. */
  private boolean findRun() {
    while (next == end && depth >= 0) {
      int slot = slots[depth]++;
      if (slot >= ends[depth]) {
        depth--;
        continue;
      }
      R branch = nodes[depth];
      int kind = layout.kind(branch, slot);
      if (kind == NodeLayout.BRANCH) {
        enter(layout.child(branch, slot));
      } else if (kind == NodeLayout.COLLISION) {
        run = layout.child(branch, slot);
        inCollision = true;
        next = 0;
        end = layout.collisionSize(run);
      }
    }
    return next < end;
  }

  @Override
  public boolean hasNext() {
    family.ensureOpen();
    return next < end || findRun();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map.Entry<K, V> next() {
    family.ensureOpen();
    if (next == end && !findRun()) {
      throw new NoSuchElementException();
    }
    int slot = next++;
    return inCollision
        ? new SimpleImmutableEntry<>(
            (K) layout.collisionKey(run, slot), (V) layout.collisionValue(run, slot))
        : new SimpleImmutableEntry<>((K) layout.key(run, slot), (V) layout.value(run, slot));
  }
}
