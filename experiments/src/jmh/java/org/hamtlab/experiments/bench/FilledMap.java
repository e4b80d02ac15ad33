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

/** A full map that is read. */
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

  /** Fills the map and proves what it holds. */
  @Setup(Level.Trial)
  public void fill() {
    Workload workload = Workloads.of(keys, seed);
    map = Subject.of(phrase).newMap();
    for (Object key : workload.inserted()) {
      map.put(key, key);
    }
    int distinct = workload.distinct();
    if (map.size() != distinct) {
      throw new IllegalStateException(
          phrase + ": holds " + map.size() + " entries (expected " + distinct + ")");
    }
    prove();
  }

  /** Proves the entries that an iteration shows; whoever looks keys up makes and proves those. */
  void prove() {
    int entries = 0;
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      require(entry.getKey().equals(entry.getValue()), entry.getKey());
      entries++;
    }
    require(entries == map.size(), entries + " entries");
  }

  /** Gives the map back. */
  @TearDown(Level.Trial)
  public void close() {
    Subject.close(map);
  }

  /** Proves an answer before it is timed. */
  final void require(boolean holds, Object key) {
    if (!holds) {
      throw new IllegalStateException(phrase + ": wrong answer for " + key);
    }
  }
}
