package org.hamtlab.experiments.peer.library;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/** Eclipse Collections' mutable map; union copies the left operand first. It has no versions. */
public final class UnifiedMapPeer implements PeerMap<UnifiedMap<Object, Object>> {

  /** Creates the adapter. */
  public UnifiedMapPeer() {}

  @Override
  public UnifiedMap<Object, Object> bulk(Map<Object, Object> source) {
    return UnifiedMap.newMap(source);
  }

  @Override
  public int size(UnifiedMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(UnifiedMap<Object, Object> map, Object key) {
    return map.get(key);
  }

  @Override
  public UnifiedMap<Object, Object> put(UnifiedMap<Object, Object> map, Object key, Object value) {
    throw new UnsupportedOperationException("a mutable map has no versions");
  }

  @Override
  public UnifiedMap<Object, Object> remove(UnifiedMap<Object, Object> map, Object key) {
    throw new UnsupportedOperationException("a mutable map has no versions");
  }

  @Override
  public void iterate(UnifiedMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public UnifiedMap<Object, Object> union(
      UnifiedMap<Object, Object> left, UnifiedMap<Object, Object> right) {
    UnifiedMap<Object, Object> union = UnifiedMap.newMap(left);
    union.putAll(right);
    return union;
  }

  @Override
  public boolean areEqual(UnifiedMap<Object, Object> one, UnifiedMap<Object, Object> other) {
    return one.equals(other);
  }

  @Override
  public Set<PeerOperation> lacking() {
    return EnumSet.of(PeerOperation.PUT, PeerOperation.REMOVE, PeerOperation.UPDATE);
  }
}
