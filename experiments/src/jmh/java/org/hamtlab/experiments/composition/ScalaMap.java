package org.hamtlab.experiments.composition;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import scala.collection.immutable.HashMap;

/** Scala's immutable map behind one mutable reference, as a program that needs one map holds it. */
final class ScalaMap extends AbstractMap<Object, Object> {
  private HashMap<Object, Object> map = new HashMap<>();

  @Override
  public Object get(Object key) {
    return map.getOrElse(key, () -> null);
  }

  @Override
  public Object put(Object key, Object value) {
    map = map.updated(key, value);
    return null;
  }

  @Override
  public Object remove(Object key) {
    map = map.removed(key);
    return null;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    throw new UnsupportedOperationException("peer: views are not part of the benchmark");
  }
}
