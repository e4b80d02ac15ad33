package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * What the versions of every composition must do: stay what they are, be maps, share, merge, and
 * survive failures, threads and closing. A subclass says how an empty version of its composition is
 * made; the parts are interfaces, one for each subject. Those of {@link MapContract} that a
 * transient must keep are kept by one that once had other entries.
 */
public abstract class VersionContract
    implements VersionBasicsContract,
        VersionIdentityContract,
        VersionViewsContract,
        VersionEqualityContract,
        VersionTransientsContract,
        VersionAlgebraContract,
        VersionCostContract,
        VersionCollisionsContract,
        VersionFailingKeysContract,
        VersionClosingContract,
        VersionThreadsContract,
        VersionParallelContract,
        VersionSerializationContract,
        MapBasicsContract,
        MapDefaultsContract,
        MapViewsContract,
        MapIteratorsContract,
        MapEqualityContract {

  /** Creates the contract. */
  protected VersionContract() {}

  /** An empty version of the composition, of a family of its own. */
  protected abstract PersistentHamt<Object, Object> newVersion();

  @Override
  @SuppressWarnings("unchecked")
  public final <K, V> PersistentHamt<K, V> emptyVersion() {
    return (PersistentHamt<K, V>) newVersion();
  }

  /** A transient that began with entries and lost them. */
  @Override
  @SuppressWarnings("unchecked")
  public final <K, V> Hamt<K, V> emptyMap() {
    PersistentHamt<Object, Object> version = newVersion();
    List<Object> keys = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      Object key = number % 2 == 0 ? number : KeyFamilies.key(number, number << 24);
      version = version.put(key, number);
      keys.add(key);
    }
    Hamt<Object, Object> map = version.asTransient();
    keys.forEach(map::remove);
    return (Hamt<K, V>) map;
  }

  @Test
  public void agreesWithHashMapsOverRandomTreesOfVersions() {
    String phrase = newVersion().phrase();
    for (long seed = 1; seed <= 2; seed++) {
      new VersionModel(phrase, this::newVersion, seed, 150).run();
    }
  }
}
