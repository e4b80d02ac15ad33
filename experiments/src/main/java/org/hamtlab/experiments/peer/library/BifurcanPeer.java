package org.hamtlab.experiments.peer.library;

import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.IMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Bifurcan's {@code Map}, forked, that is persistent; bulk is {@code from}, union unites node by
 * node.
 */
public final class BifurcanPeer implements PeerMap<IMap<Object, Object>> {

  /** Creates the adapter. */
  public BifurcanPeer() {}

  @Override
  public IMap<Object, Object> bulk(Map<Object, Object> source) {
    return io.lacuna.bifurcan.Map.from(source).forked();
  }

  @Override
  public int size(IMap<Object, Object> map) {
    return (int) map.size();
  }

  @Override
  public Object get(IMap<Object, Object> map, Object key) {
    return map.get(key, null);
  }

  @Override
  public IMap<Object, Object> put(IMap<Object, Object> map, Object key, Object value) {
    return map.put(key, value);
  }

  @Override
  public IMap<Object, Object> remove(IMap<Object, Object> map, Object key) {
    return map.remove(key);
  }

  @Override
  public void iterate(IMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (IEntry<Object, Object> entry : map) {
      visitor.accept(entry.key(), entry.value());
    }
  }

  @Override
  public IMap<Object, Object> union(IMap<Object, Object> left, IMap<Object, Object> right) {
    return left.union(right);
  }

  @Override
  public boolean areEqual(IMap<Object, Object> one, IMap<Object, Object> other) {
    return one.equals(other);
  }
}
