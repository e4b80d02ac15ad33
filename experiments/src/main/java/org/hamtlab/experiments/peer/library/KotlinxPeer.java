package org.hamtlab.experiments.peer.library;

import java.util.Map;
import java.util.function.BiConsumer;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * The unordered {@code PersistentHashMap} of kotlinx.collections.immutable; bulk and union are
 * {@code puttingAll}, which unites node by node.
 */
public final class KotlinxPeer implements PeerMap<PersistentMap<Object, Object>> {

  /** Creates the adapter. */
  public KotlinxPeer() {}

  @Override
  public PersistentMap<Object, Object> bulk(Map<Object, Object> source) {
    return ExtensionsKt.toPersistentHashMap(source);
  }

  @Override
  public int size(PersistentMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(PersistentMap<Object, Object> map, Object key) {
    return map.get(key);
  }

  @Override
  public PersistentMap<Object, Object> put(
      PersistentMap<Object, Object> map, Object key, Object value) {
    return map.putting(key, value);
  }

  @Override
  public PersistentMap<Object, Object> remove(PersistentMap<Object, Object> map, Object key) {
    return map.removing(key);
  }

  @Override
  public void iterate(PersistentMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public PersistentMap<Object, Object> union(
      PersistentMap<Object, Object> left, PersistentMap<Object, Object> right) {
    return left.puttingAll(right);
  }

  @Override
  public boolean areEqual(PersistentMap<Object, Object> one, PersistentMap<Object, Object> other) {
    return one.equals(other);
  }
}
