package org.hamtlab.experiments.peer.library;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The JDK's mutable map; union copies the left operand first. It has no versions. It cannot be
 * copied, so its profile is the whole JVM's, as in every program.
 */
public final class HashMapPeer implements PeerMap<HashMap<Object, Object>> {

  /** Creates the adapter. */
  public HashMapPeer() {}

  @Override
  public HashMap<Object, Object> bulk(Map<Object, Object> source) {
    return new HashMap<>(source);
  }

  @Override
  public int size(HashMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(HashMap<Object, Object> map, Object key) {
    return map.get(key);
  }

  @Override
  public HashMap<Object, Object> put(HashMap<Object, Object> map, Object key, Object value) {
    throw new UnsupportedOperationException("a mutable map has no versions");
  }

  @Override
  public HashMap<Object, Object> remove(HashMap<Object, Object> map, Object key) {
    throw new UnsupportedOperationException("a mutable map has no versions");
  }

  @Override
  public void iterate(HashMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public HashMap<Object, Object> union(
      HashMap<Object, Object> left, HashMap<Object, Object> right) {
    HashMap<Object, Object> union = new HashMap<>(left);
    union.putAll(right);
    return union;
  }

  @Override
  public boolean areEqual(HashMap<Object, Object> one, HashMap<Object, Object> other) {
    return one.equals(other);
  }

  @Override
  public Set<PeerOperation> lacking() {
    return EnumSet.of(PeerOperation.PUT, PeerOperation.REMOVE, PeerOperation.UPDATE);
  }
}
