package org.hamtlab.engine;

import java.lang.ref.Reference;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Iterates over the entries of a version, one step ahead.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
final class ObjectVersionIterator<K, V, R> implements Iterator<Map.Entry<K, V>> {
  private final ObjectTrie<R> trie;
  private final ObjectCursor<R> cursor;
  private boolean ready;

  ObjectVersionIterator(ObjectTrie<R> trie) {
    this.trie = trie;
    this.cursor = new ObjectCursor<R>(trie);
    this.ready = cursor.advance();
  }

  @Override
  public boolean hasNext() {
    trie.ensureOpen();
    return ready;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map.Entry<K, V> next() {
    trie.ensureOpen();
    if (!ready) {
      throw new NoSuchElementException();
    }
    Map.Entry<K, V> entry = new SimpleImmutableEntry<>((K) cursor.key(), (V) cursor.value());
    ready = cursor.advance();
    Reference.reachabilityFence(trie);
    return entry;
  }
}
