package org.hamtlab.experiments.bench;

import java.util.Map;
import org.hamtlab.experiments.plan.Subject;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A full map with the keys that leave it, and as many that come; they change places each pass. */
@State(Scope.Thread)
public class ChurnMap extends Asked {
  Map<Object, Object> map;
  Object[] leaving;
  Object[] coming;

  /** Fills the map; those that leave are in it, those that come are not. */
  @Setup(Level.Trial)
  public void fill() {
    map = Subject.of(phrase).newMap();
    leaving = mixes().distinct();
    coming = mixes().absent();
    for (Object key : leaving) {
      map.put(key, key);
    }
    for (int i = 0; i < leaving.length; i++) {
      require(map.containsKey(leaving[i]) && !map.containsKey(coming[i]), "does not churn");
    }
  }

  /** After a pass those that came are there. */
  @TearDown(Level.Invocation)
  public void turn() {
    require(map.size() == leaving.length, "changed its size to " + map.size());
    Object[] left = leaving;
    leaving = coming;
    coming = left;
  }

  /** Gives the map back. */
  @TearDown(Level.Trial)
  public void close() {
    Subject.close(map);
  }
}
