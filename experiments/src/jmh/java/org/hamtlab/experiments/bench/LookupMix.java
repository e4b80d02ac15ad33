package org.hamtlab.experiments.bench;

import java.util.Arrays;
import java.util.Map;
import org.hamtlab.experiments.plan.Subject;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A full map, and keys of which a share is in it. */
@State(Scope.Thread)
public class LookupMix extends Asked {
  /** The operation with its hit ratio. */
  @Param("get{hit-ratio=0.9}")
  public String operation;

  Map<Object, Object> map;
  Object[] lookups;

  /** Fills the map and proves the hit ratio in it. */
  @Setup(Level.Trial)
  public void fill() {
    map = Subject.of(phrase).newMap();
    for (Object key : workload().inserted()) {
      map.put(key, key);
    }
    double ratio = argument(operation);
    lookups = mixes().lookups(ratio);
    long hits = Arrays.stream(lookups).filter(key -> key.equals(map.get(key))).count();
    require(hits == Math.round(ratio * lookups.length), hits + " of " + lookups.length + " hit");
  }

  /** Gives the map back. */
  @TearDown(Level.Trial)
  public void close() {
    Subject.close(map);
  }
}
