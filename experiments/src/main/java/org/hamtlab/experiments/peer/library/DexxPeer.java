package org.hamtlab.experiments.peer.library;

import com.github.andrewoma.dexx.collection.Builder;
import com.github.andrewoma.dexx.collection.HashMap;
import com.github.andrewoma.dexx.collection.Pair;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Dexx's {@code HashMap}, after Scala's; bulk is its builder. There is no union. */
public final class DexxPeer implements PeerMap<HashMap<Object, Object>> {

  /** Creates the adapter. */
  public DexxPeer() {}

  @Override
  public HashMap<Object, Object> bulk(Map<Object, Object> source) {
    Builder<Pair<Object, Object>, HashMap<Object, Object>> builder =
        HashMap.<Object, Object>factory().newBuilder();
    for (Map.Entry<Object, Object> entry : source.entrySet()) {
      builder.add(new Pair<>(entry.getKey(), entry.getValue()));
    }
    return builder.build();
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
    return map.put(key, value);
  }

  @Override
  public HashMap<Object, Object> remove(HashMap<Object, Object> map, Object key) {
    return map.remove(key);
  }

  @Override
  public void iterate(HashMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Pair<Object, Object> entry : map) {
      visitor.accept(entry.component1(), entry.component2());
    }
  }

  @Override
  public HashMap<Object, Object> union(
      HashMap<Object, Object> left, HashMap<Object, Object> right) {
    throw new UnsupportedOperationException("dexx: the library has no union");
  }

  @Override
  public boolean areEqual(HashMap<Object, Object> one, HashMap<Object, Object> other) {
    return one.equals(other);
  }

  @Override
  public Set<PeerOperation> lacking() {
    return EnumSet.of(PeerOperation.UNION);
  }
}
