package org.hamtlab.experiments.bench;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A full map, and keys that are not in it. */
@State(Scope.Thread)
public class MissMap extends FilledMap {
  Object[] misses;

  @Override
  void prove() {
    misses = Workloads.of(keys, seed).misses();
    for (Object key : misses) {
      require(map.get(key) == null, key);
    }
  }
}
