package org.hamtlab.experiments.peer.library;

import java.util.Map;
import java.util.function.BiConsumer;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.HashMap;
import scala.collection.mutable.ReusableBuilder;

/**
 * Scala's immutable {@code HashMap}: {@code updated}, {@code removed}, {@code concat}, which unites
 * node by node; bulk is its builder.
 */
public final class ScalaPeer implements PeerMap<HashMap<Object, Object>> {

  /** Creates the adapter. */
  public ScalaPeer() {}

  @Override
  public HashMap<Object, Object> bulk(Map<Object, Object> source) {
    ReusableBuilder<Tuple2<Object, Object>, HashMap<Object, Object>> builder = HashMap.newBuilder();
    for (Map.Entry<Object, Object> entry : source.entrySet()) {
      builder.addOne(new Tuple2<>(entry.getKey(), entry.getValue()));
    }
    return builder.result();
  }

  @Override
  public int size(HashMap<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(HashMap<Object, Object> map, Object key) {
    return map.getOrElse(key, () -> null);
  }

  @Override
  public HashMap<Object, Object> put(HashMap<Object, Object> map, Object key, Object value) {
    return map.updated(key, value);
  }

  @Override
  public HashMap<Object, Object> remove(HashMap<Object, Object> map, Object key) {
    return map.removed(key);
  }

  @Override
  public void iterate(HashMap<Object, Object> map, BiConsumer<Object, Object> visitor) {
    Iterator<Tuple2<Object, Object>> entries = map.iterator();
    while (entries.hasNext()) {
      Tuple2<Object, Object> entry = entries.next();
      visitor.accept(entry._1(), entry._2());
    }
  }

  @Override
  public HashMap<Object, Object> union(
      HashMap<Object, Object> left, HashMap<Object, Object> right) {
    return left.concat(right);
  }

  @Override
  public boolean areEqual(HashMap<Object, Object> one, HashMap<Object, Object> other) {
    return one.equals(other);
  }
}
