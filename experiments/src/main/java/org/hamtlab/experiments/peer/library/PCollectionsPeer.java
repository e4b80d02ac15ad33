package org.hamtlab.experiments.peer.library;

import java.util.Map;
import java.util.function.BiConsumer;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * PCollections' {@code HashPMap}, a balanced tree over hash codes: {@code plus}, {@code minus};
 * bulk is {@code from}, union is {@code plusAll}.
 */
public final class PCollectionsPeer implements PeerMap<HashPMap<Object, Object>> {

  /** Creates the adapter. */
  public PCollectionsPeer() {}

  @Override
  public HashPMap<Object, Object> bulk(Map<Object, Object> source) {
    return HashTreePMap.from(source);
  }

  @Override
  public int size(HashPMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(HashPMap<Object, Object> map, Object key) {
    return map.get(key);
  }

  @Override
  public HashPMap<Object, Object> put(HashPMap<Object, Object> map, Object key, Object value) {
    return map.plus(key, value);
  }

  @Override
  public HashPMap<Object, Object> remove(HashPMap<Object, Object> map, Object key) {
    return map.minus(key);
  }

  @Override
  public void iterate(HashPMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public HashPMap<Object, Object> union(
      HashPMap<Object, Object> left, HashPMap<Object, Object> right) {
    return left.plusAll(right);
  }

  @Override
  public boolean areEqual(HashPMap<Object, Object> one, HashPMap<Object, Object> other) {
    return one.equals(other);
  }
}
