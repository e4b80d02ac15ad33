package org.hamtlab.experiments.bench;

import java.util.Map;
import org.hamtlab.experiments.plan.Subject;
import org.hamtlab.experiments.plan.Workload;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A full map that is read, with keys that are in it and keys that are not. */
@State(Scope.Thread)
public class FilledMap {
  /** The composition, or a peer. */
  @Param("@default")
  public String phrase;

  /** The keys, as the command line spells them. */
  @Param("shuffled:100000")
  public String keys;

  /** Fixes the order of look-ups. */
  @Param("1")
  public long seed;

  Map<Object, Object> map;
  Object[] hits;
  Object[] misses;

  /** Fills the map and proves that hits hit and misses miss in it. */
  @Setup(Level.Trial)
  public void fill() {
    Workload workload = Workloads.of(keys, seed);
    map = Subject.of(phrase).newMap();
    for (Object key : workload.inserted()) {
      map.put(key, key);
    }
    hits = workload.hits();
    misses = workload.misses();
    prove(workload.distinct());
  }

  /** Gives the map back. */
  @TearDown(Level.Trial)
  public void close() {
    Subject.close(map);
  }

  private void prove(int distinct) {
    if (map.size() != distinct) {
      throw new IllegalStateException(
          phrase + ": holds " + map.size() + " entries (expected " + distinct + ")");
    }
    for (int i = 0; i < hits.length; i++) {
      if (!hits[i].equals(map.get(hits[i])) || map.get(misses[i]) != null) {
        throw new IllegalStateException(
            phrase + ": wrong answer for " + hits[i] + " or " + misses[i]);
      }
    }
  }
}
