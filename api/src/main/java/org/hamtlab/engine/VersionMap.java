package org.hamtlab.engine;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.SerializedForm;

/**
 * A version as an unmodifiable map.
 *
 * @param <K> type of keys
 * @param <V> type of values
 */
final class VersionMap<K, V> extends AbstractMap<K, V> implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Object ABSENT = new Object();

  private final transient PersistentHamt<K, V> version;

  VersionMap(PersistentHamt<K, V> version) {
    this.version = version;
  }

  PersistentHamt<K, V> version() {
    return version;
  }

  @Override
  public int size() {
    return version.size();
  }

  @Override
  public boolean containsKey(Object key) {
    return version.containsKey(key);
  }

  @Override
  public V get(Object key) {
    return version.get(key);
  }

  @Override
  public V getOrDefault(Object key, V absent) {
    return version.getOrDefault(key, absent);
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    version.forEach(action);
  }

  @Override
  public V remove(Object key) {
    throw unmodifiable();
  }

  @Override
  public V put(K key, V value) {
    throw unmodifiable();
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    throw unmodifiable();
  }

  @Override
  public void clear() {
    throw unmodifiable();
  }

  private Object writeReplace() {
    return SerializedForm.ofView(version);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    SerializedForm.refuseDirect(getClass());
  }

  private static UnsupportedOperationException unmodifiable() {
    return new UnsupportedOperationException(
        "map: a version cannot be changed (expected reads). Derive another one with put or remove.");
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public int size() {
      return version.size();
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean contains(Object object) {
      if (!(object instanceof Map.Entry<?, ?> entry)) {
        return false;
      }
      Object found = version.getOrDefault(entry.getKey(), (V) ABSENT);
      return found != ABSENT && Objects.equals(found, entry.getValue());
    }

    @Override
    public boolean remove(Object object) {
      throw unmodifiable();
    }

    @Override
    public void clear() {
      throw unmodifiable();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return version.iterator();
    }

    @Override
    public Spliterator<Map.Entry<K, V>> spliterator() {
      return version.spliterator();
    }
  }
}
