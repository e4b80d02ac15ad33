package org.hamtlab.experiments.peer.library;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.organicdesign.fp.collections.PersistentHashMap;

/**
 * Paguro's {@code PersistentHashMap}: {@code assoc}, {@code without}; bulk is {@code of}, which
 * fills a mutable map. There is no union.
 */
public final class PaguroPeer implements PeerMap<PersistentHashMap<Object, Object>> {

  /** Creates the adapter. */
  public PaguroPeer() {}

  @Override
  public PersistentHashMap<Object, Object> bulk(Map<Object, Object> source) {
    return PersistentHashMap.of(source.entrySet());
  }

  @Override
  public int size(PersistentHashMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(PersistentHashMap<Object, Object> map, Object key) {
    return map.get(key);
  }

  @Override
  public PersistentHashMap<Object, Object> put(
      PersistentHashMap<Object, Object> map, Object key, Object value) {
    return map.assoc(key, value);
  }

  @Override
  public PersistentHashMap<Object, Object> remove(
      PersistentHashMap<Object, Object> map, Object key) {
    return map.without(key);
  }

  @Override
  public void iterate(PersistentHashMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Map.Entry<Object, Object> entry : map) {
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public PersistentHashMap<Object, Object> union(
      PersistentHashMap<Object, Object> left, PersistentHashMap<Object, Object> right) {
    throw new UnsupportedOperationException("paguro: the library has no union");
  }

  @Override
  public boolean areEqual(
      PersistentHashMap<Object, Object> one, PersistentHashMap<Object, Object> other) {
    return one.equals(other);
  }

  @Override
  public Set<PeerOperation> lacking() {
    return EnumSet.of(PeerOperation.UNION);
  }
}
