package org.hamtlab.engine;

import java.lang.ref.Reference;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.hamtlab.spi.NodeLayout;

/**
 * Splits the entries of a version by subtrees: a range of slots of one branch, halved until one
 * slot is left, then that slot's child. It splits no more once it has begun to advance.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
final class ObjectSpliterator<K, V, R> implements Spliterator<Map.Entry<K, V>> {
  private final ObjectTrie<R> trie;
  private R branch;
  private int slot;
  private int end;
  private long estimate;
  private boolean exact;
  private ObjectCursor<R> cursor;

  ObjectSpliterator(ObjectTrie<R> trie) {
    this.trie = trie;
    this.branch = trie.root;
    this.end = trie.root == trie.none() ? 0 : trie.layout.slotCount(trie.root);
    this.estimate = trie.size;
    this.exact = true;
  }

  private ObjectSpliterator(ObjectTrie<R> trie, R branch, int slot, int end, long estimate) {
    this.trie = trie;
    this.branch = branch;
    this.slot = slot;
    this.end = end;
    this.estimate = estimate;
  }

  @Override
  public boolean tryAdvance(Consumer<? super Map.Entry<K, V>> action) {
    Objects.requireNonNull(action, "action");
    trie.ensureOpen();
    if (slot == end) {
      return false;
    }
    if (cursor == null) {
      cursor = new ObjectCursor<R>(trie, branch, slot, end);
    }
    if (!cursor.advance()) {
      slot = end;
      return false;
    }
    estimate = Math.max(0, estimate - 1);
    action.accept(entry());
    Reference.reachabilityFence(trie);
    return true;
  }

  @SuppressWarnings("unchecked")
  private Map.Entry<K, V> entry() {
    return new SimpleImmutableEntry<>((K) cursor.key(), (V) cursor.value());
  }

  @Override
  public Spliterator<Map.Entry<K, V>> trySplit() {
    trie.ensureOpen();
    if (cursor != null || slot == end) {
      return null;
    }
    while (end - slot == 1) {
      int kind = trie.layout.kind(branch, slot);
      if (kind != NodeLayout.BRANCH && kind != NodeLayout.COMPRESSED) {
        return null;
      }
      branch = trie.layout.child(branch, slot);
      slot = 0;
      end = trie.layout.slotCount(branch);
    }
    int middle = (slot + end) >>> 1;
    estimate >>>= 1;
    exact = false;
    Spliterator<Map.Entry<K, V>> front =
        new ObjectSpliterator<K, V, R>(trie, branch, slot, middle, estimate);
    slot = middle;
    return front;
  }

  @Override
  public long estimateSize() {
    return estimate;
  }

  @Override
  public int characteristics() {
    return DISTINCT | IMMUTABLE | (exact ? SIZED : 0);
  }
}
