package org.hamtlab.experiments.bench;

import java.util.Map;
import org.hamtlab.experiments.plan.Subject;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A full map, keys that are in it, and for each whether it is read or its value replaced. */
@State(Scope.Thread)
public class ReadMix extends Asked {
  /** The operation with its share of reads. */
  @Param("read-heavy{reads=0.95}")
  public String operation;

  Map<Object, Object> map;
  Object[] touched;
  boolean[] isRead;
  private final Object[] values = {"even", "odd"};
  private int passes;

  /** Fills the map; every key that is touched must be in it. */
  @Setup(Level.Trial)
  public void fill() {
    map = Subject.of(phrase).newMap();
    for (Object key : workload().inserted()) {
      map.put(key, key);
    }
    touched = workload().hits();
    isRead = mixes().marks(touched.length, argument(operation));
    for (Object key : touched) {
      require(key.equals(map.get(key)), "misses " + key);
    }
  }

  /** A value that differs from that of the pass before. */
  Object nextValue() {
    return values[passes++ & 1];
  }

  /** Gives the map back. */
  @TearDown(Level.Trial)
  public void close() {
    require(map.size() == workload().distinct(), "changed its size to " + map.size());
    Subject.close(map);
  }
}
