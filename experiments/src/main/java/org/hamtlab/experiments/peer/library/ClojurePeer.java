package org.hamtlab.experiments.peer.library;

import clojure.lang.IPersistentMap;
import clojure.lang.ITransientMap;
import clojure.lang.PersistentHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Clojure's {@code PersistentHashMap}: {@code assoc}, {@code dissoc}, {@code =}; bulk and union are
 * {@code into}, which works on a transient.
 */
public final class ClojurePeer implements PeerMap<IPersistentMap> {

  /** Creates the adapter. */
  public ClojurePeer() {}

  @Override
  public IPersistentMap bulk(Map<Object, Object> source) {
    return PersistentHashMap.create(source);
  }

  @Override
  public int size(IPersistentMap map) {
    return map.count();
  }

  @Override
  public Object get(IPersistentMap map, Object key) {
    return map.valAt(key);
  }

  @Override
  public IPersistentMap put(IPersistentMap map, Object key, Object value) {
    return map.assoc(key, value);
  }

  @Override
  public IPersistentMap remove(IPersistentMap map, Object key) {
    return map.without(key);
  }

  @Override
  public void iterate(IPersistentMap map, BiConsumer<Object, Object> visitor) {
    for (Object each : map) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public IPersistentMap union(IPersistentMap left, IPersistentMap right) {
    ITransientMap union = ((PersistentHashMap) left).asTransient();
    for (Object each : right) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      union = union.assoc(entry.getKey(), entry.getValue());
    }
    return union.persistent();
  }

  @Override
  public boolean areEqual(IPersistentMap one, IPersistentMap other) {
    return one.equiv(other);
  }
}
