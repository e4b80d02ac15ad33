package org.hamtlab.experiments.version;

import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.InstalledForTests;

/** Versions of what is installed and of the mixers of the testkit. */
final class TestRegistry {
  private TestRegistry() {}

  /** An empty version of a composition. */
  static <K, V> PersistentHamt<K, V> version(String phrase) {
    return composition(phrase).newPersistentMap();
  }

  /** Whether a phrase spells a treatment that can be composed. */
  static boolean isPossible(String phrase) {
    Registry registry = InstalledForTests.registry();
    return registry.exclusion(registry.resolve(phrase)).isEmpty();
  }

  /** A composition. */
  static Composition composition(String phrase) {
    return Composition.of(
        InstalledForTests.registry(), InstalledForTests.registry().resolve(phrase));
  }
}
