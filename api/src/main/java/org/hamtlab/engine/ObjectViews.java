package org.hamtlab.engine;

import java.util.AbstractCollection;
import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/** The views of a map and their iterators. All write through, all are fail-fast. */
final class ObjectViews {
  private ObjectViews() {}

  /** The keys. */
  static final class Keys<K, V, R> extends AbstractSet<K> {
    private final ObjectHamt<K, V, R> map;

    Keys(ObjectHamt<K, V, R> map) {
      this.map = map;
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public boolean contains(Object key) {
      return map.containsKey(key);
    }

    @Override
    public boolean remove(Object key) {
      return map.removeKey(key);
    }

    @Override
    public void clear() {
      map.clear();
    }

    @Override
    public Iterator<K> iterator() {
      return new KeyIterator<>(map);
    }
  }

  /** The values. */
  static final class Values<K, V, R> extends AbstractCollection<V> {
    private final ObjectHamt<K, V, R> map;

    Values(ObjectHamt<K, V, R> map) {
      this.map = map;
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public boolean contains(Object value) {
      return map.containsValue(value);
    }

    @Override
    public void clear() {
      map.clear();
    }

    @Override
    public Iterator<V> iterator() {
      return new ValueIterator<>(map);
    }
  }

  /** The entries. */
  static final class Entries<K, V, R> extends AbstractSet<Map.Entry<K, V>> {
    private final ObjectHamt<K, V, R> map;

    Entries(ObjectHamt<K, V, R> map) {
      this.map = map;
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public boolean contains(Object object) {
      map.trie().ensureOpen();
      if (!(object instanceof Map.Entry<?, ?> entry)) {
        return false;
      }
      Object found = map.trie().find(entry.getKey(), ObjectTrie.ABSENT);
      return found != ObjectTrie.ABSENT && Objects.equals(found, entry.getValue());
    }

    @Override
    public boolean remove(Object object) {
      map.trie().ensureOpen();
      return object instanceof Map.Entry<?, ?> entry
          && map.remove(entry.getKey(), entry.getValue());
    }

    @Override
    public void clear() {
      map.clear();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return new EntryIterator<>(map);
    }
  }

  /**
   * Walks ahead by one entry, so that the entry returned last can be removed. A removal may pull up
   * the entry ahead to where the walk has been already, so that one is set aside, and the walk goes
   * on at the one after it.
   */
  private abstract static class MapIterator<K, V, R> {
    final ObjectHamt<K, V, R> map;
    private final ObjectTrie<R> trie;
    private final ObjectCursor<R> cursor;
    private boolean ready;
    private boolean isAside;
    private K aside;
    private int expected;
    private int relocations;
    private boolean removable;
    private K key;
    private V value;

    MapIterator(ObjectHamt<K, V, R> map) {
      this.map = map;
      this.trie = map.trie();
      trie.ensureOpen();
      this.expected = trie.modifications;
      this.relocations = trie.relocations;
      this.cursor = new ObjectCursor<R>(trie);
      this.ready = cursor.advance();
    }

    public final boolean hasNext() {
      trie.ensureOpen();
      return isAside || ready;
    }

    final void step() {
      trie.ensureOpen();
      trie.ensureUnmodified(expected);
      if (isAside) {
        value = map.get(aside);
        key = aside;
        isAside = false;
        aside = null;
      } else {
        walk();
      }
      removable = true;
    }

    private void walk() {
      if (!ready) {
        throw new NoSuchElementException();
      }
      if (relocations != trie.relocations) {
        cursor.seek(cursor.key());
        relocations = trie.relocations;
      }
      key = map.keyAt(cursor);
      value = map.valueAt(cursor);
      ready = cursor.advance();
    }

    public final void remove() {
      trie.ensureOpen();
      trie.ensureUnmodified(expected);
      if (!removable) {
        throw new IllegalStateException(
            "iterator: nothing to remove (expected a call of next() before each remove())");
      }
      if (relocations != trie.relocations && ready) {
        cursor.seek(cursor.key());
      }
      // One may be aside already, from a removal that failed.
      if (ready && !isAside) {
        aside = map.keyAt(cursor);
        isAside = true;
        ready = cursor.advance();
      }
      K following = ready ? map.keyAt(cursor) : null;
      if (ready) {
        // Before the removal, because hashCode may throw.
        cursor.aim(following);
      }
      removeBelowTable();
      removable = false;
      expected = trie.modifications;
      relocations = trie.relocations;
      if (ready) {
        cursor.seekAimed(following);
      }
    }

    /** A smaller root table has another order, so none is made while the walk goes on. */
    private void removeBelowTable() {
      ObjectTable<R> table = trie.table();
      if (table == null) {
        map.remove(key);
        return;
      }
      table.pin(ready);
      try {
        map.remove(key);
      } finally {
        table.pin(false);
      }
    }

    final K key() {
      return key;
    }

    final V value() {
      return value;
    }
  }

  private static final class KeyIterator<K, V, R> extends MapIterator<K, V, R>
      implements Iterator<K> {
    KeyIterator(ObjectHamt<K, V, R> map) {
      super(map);
    }

    @Override
    public K next() {
      step();
      return key();
    }
  }

  private static final class ValueIterator<K, V, R> extends MapIterator<K, V, R>
      implements Iterator<V> {
    ValueIterator(ObjectHamt<K, V, R> map) {
      super(map);
    }

    @Override
    public V next() {
      step();
      return value();
    }
  }

  private static final class EntryIterator<K, V, R> extends MapIterator<K, V, R>
      implements Iterator<Map.Entry<K, V>> {
    EntryIterator(ObjectHamt<K, V, R> map) {
      super(map);
    }

    @Override
    public Map.Entry<K, V> next() {
      step();
      return new WrittenThrough<>(map, key(), value());
    }
  }

  /** An entry whose {@code setValue} changes the map. */
  private static final class WrittenThrough<K, V, R> extends SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;
    private final transient ObjectHamt<K, V, R> map;

    WrittenThrough(ObjectHamt<K, V, R> map, K key, V value) {
      super(key, value);
      this.map = map;
    }

    private Object writeReplace() {
      return new SimpleEntry<>(this);
    }

    @Override
    public V setValue(V value) {
      map.replace(getKey(), value);
      return super.setValue(value);
    }
  }
}
