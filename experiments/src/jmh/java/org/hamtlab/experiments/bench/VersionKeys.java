package org.hamtlab.experiments.bench;

import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A composition, and keys of which versions are made. */
@State(Scope.Thread)
public class VersionKeys extends Asked {
  Object[] inserted;
  private Composition composition;

  /** Assembles, and proves that all keys at once make the map that they should. */
  @Setup(Level.Trial)
  public void prepare() {
    composition = Composition.of(phrase);
    inserted = workload().inserted();
    PersistentHamt<Object, Object> built = empty().putAll(inserted, inserted);
    require(built.size() == workload().distinct(), "holds " + built.size() + " entries");
    for (Object key : workload().hits()) {
      require(key.equals(built.get(key)), "misses " + key);
    }
    built.close();
  }

  /** The empty version of a family of its own. */
  PersistentHamt<Object, Object> empty() {
    return composition.newPersistentMap();
  }
}
