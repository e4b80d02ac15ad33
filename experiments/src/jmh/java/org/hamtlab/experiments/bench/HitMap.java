package org.hamtlab.experiments.bench;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A full map, and keys that are in it. */
@State(Scope.Thread)
public class HitMap extends FilledMap {
  Object[] hits;

  @Override
  void prove() {
    hits = Workloads.of(keys, seed).hits();
    for (Object key : hits) {
      require(key.equals(map.get(key)), key);
    }
  }
}
