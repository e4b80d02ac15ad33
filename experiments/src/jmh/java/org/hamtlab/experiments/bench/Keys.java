package org.hamtlab.experiments.bench;

import java.util.Map;
import org.hamtlab.experiments.plan.Subject;
import org.hamtlab.experiments.plan.Workload;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A subject and the keys to insert. */
@State(Scope.Thread)
public class Keys {
  /** The composition, or a peer. */
  @Param("@default")
  public String phrase;

  /** The keys, as the command line spells them. */
  @Param("shuffled:100000")
  public String keys;

  /** Fixes the order of look-ups. */
  @Param("1")
  public long seed;

  Subject subject;
  Object[] inserted;

  /** Resolves the phrase, reads the keys, and proves that they make the map that they should. */
  @Setup(Level.Trial)
  public void prepare() {
    Workload workload = Workloads.of(keys, seed);
    subject = Subject.of(phrase);
    inserted = workload.inserted();
    Map<Object, Object> map = subject.newMap();
    for (Object key : inserted) {
      map.put(key, key);
    }
    int size = map.size();
    Subject.close(map);
    if (size != workload.distinct()) {
      throw new IllegalStateException(
          phrase + ": holds " + size + " entries (expected " + workload.distinct() + ")");
    }
  }
}
