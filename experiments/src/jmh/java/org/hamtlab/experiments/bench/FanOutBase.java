package org.hamtlab.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A base and room for versions derived from it. Under {@code reclaim=region} nothing is given back
 * before the family is closed, so after many versions the base is built anew, outside of the time.
 */
@State(Scope.Thread)
public class FanOutBase extends Asked {
  private static final int VERSIONS_OF_ONE_BASE = 200_000;

  /** The operation with its number of versions. */
  @Param("version-fan-out{versions=64}")
  public String operation;

  final Object value = "replaced";
  PersistentHamt<Object, Object> base;
  Object[] changed;
  List<PersistentHamt<Object, Object>> versions;
  private int derived;

  /** Builds the base, and proves that a version differs from it in one value. */
  @Setup(Level.Trial)
  public void prepare() {
    int many = (int) argument(operation);
    Object[] distinct = mixes().distinct();
    changed = new Object[many];
    for (int i = 0; i < many; i++) {
      changed[i] = distinct[i % distinct.length];
    }
    versions = new ArrayList<>(many);
    build();
    for (Object key : changed) {
      PersistentHamt<Object, Object> version = base.put(key, value);
      boolean isOther = version.get(key) == value && key.equals(base.get(key));
      require(isOther && version.size() == base.size(), "version that is none");
    }
  }

  private void build() {
    Object[] keys = workload().inserted();
    base = Composition.of(phrase).newPersistentMap().putAll(keys, keys);
    derived = 0;
  }

  /** Drops the versions of the pass before, and now and then the base. */
  @Setup(Level.Invocation)
  public void clear() {
    require(derived == 0 || versions.size() == changed.length, versions.size() + " versions");
    versions.clear();
    if (derived > VERSIONS_OF_ONE_BASE) {
      base.close();
      build();
    }
    derived += changed.length;
  }

  /** Gives the memory back. */
  @TearDown(Level.Trial)
  public void close() {
    base.close();
  }
}
