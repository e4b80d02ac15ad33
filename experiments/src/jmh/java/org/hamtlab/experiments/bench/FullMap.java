package org.hamtlab.experiments.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.plan.Subject;
import org.hamtlab.experiments.plan.Workload;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A map that is full again before each invocation. */
@State(Scope.Thread)
public class FullMap {
  /** The composition, or a peer. */
  @Param("@default")
  public String phrase;

  /** The keys, as the command line spells them. */
  @Param("shuffled:100000")
  public String keys;

  /** Fixes the order of removal. */
  @Param("1")
  public long seed;

  Map<Object, Object> map;
  Object[] keysToRemove;
  private Object[] inserted;

  /** Reads the keys. */
  @Setup(Level.Trial)
  public void prepare() {
    Workload workload = Workloads.of(keys, seed);
    inserted = workload.inserted();
    keysToRemove = new LinkedHashSet<>(List.of(workload.hits())).toArray();
    map = Subject.of(phrase).newMap();
  }

  /** Fills the map, which must have been emptied. */
  @Setup(Level.Invocation)
  public void fill() {
    if (!map.isEmpty()) {
      throw new IllegalStateException(phrase + ": holds entries that were removed");
    }
    for (Object key : inserted) {
      map.put(key, key);
    }
    if (map.size() != keysToRemove.length) {
      throw new IllegalStateException(
          phrase + ": holds " + map.size() + " entries (expected " + keysToRemove.length + ")");
    }
  }

  /** Gives the map back. */
  @TearDown(Level.Trial)
  public void close() {
    Subject.close(map);
  }
}
