package org.hamtlab.experiments.peer.library;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Vavr's {@code HashMap}; bulk is {@code ofAll}, union is {@code merge} called on the right
 * operand, since there the receiver's values stay.
 */
public final class VavrPeer implements PeerMap<HashMap<Object, Object>> {

  /** Creates the adapter. */
  public VavrPeer() {}

  @Override
  public HashMap<Object, Object> bulk(Map<Object, Object> source) {
    return HashMap.ofAll(source);
  }

  @Override
  public int size(HashMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(HashMap<Object, Object> map, Object key) {
    return map.getOrElse(key, null);
  }

  @Override
  public HashMap<Object, Object> put(HashMap<Object, Object> map, Object key, Object value) {
    return map.put(key, value);
  }

  @Override
  public HashMap<Object, Object> remove(HashMap<Object, Object> map, Object key) {
    return map.remove(key);
  }

  @Override
  public void iterate(HashMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Tuple2<Object, Object> entry : map) {
      visitor.accept(entry._1(), entry._2());
    }
  }

  @Override
  public HashMap<Object, Object> union(
      HashMap<Object, Object> left, HashMap<Object, Object> right) {
    return right.merge(left);
  }

  @Override
  public boolean areEqual(HashMap<Object, Object> one, HashMap<Object, Object> other) {
    return one.equals(other);
  }
}
