package org.hamtlab.testkit;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Combination;
import org.hamtlab.registry.Registry;

/** Makes versions of a composition that differs from a given one on every axis that it can. */
final class OtherComposition {
  private static final List<Treatment> POSSIBLE =
      Registry.installed().combinations().stream()
          .filter(Combination::isPossible)
          .map(Combination::treatment)
          .toList();

  private OtherComposition() {}

  /** The empty version of another composition than a phrase's. */
  static <K, V> PersistentHamt<K, V> than(String phrase) {
    Registry registry = InstalledForTests.registry();
    Treatment own = registry.resolve(phrase);
    Treatment farthest = null;
    int most = 0;
    for (Treatment possible : POSSIBLE) {
      int distance = distance(own, possible);
      if (distance > most) {
        most = distance;
        farthest = possible;
      }
    }
    if (farthest == null) {
      throw new AssertionError("compositions: no other than " + phrase + " is installed");
    }
    return Composition.of(registry, farthest.with(AssemblyMode.SHARED)).newPersistentMap();
  }

  /** Axes that differ; a constant hash is no other composition to learn from. */
  private static int distance(Treatment own, Treatment other) {
    if (other.hash().name().equals("constant")) {
      return 0;
    }
    int distance = 0;
    for (Axis axis : Axis.values()) {
      distance += own.on(axis).name().equals(other.on(axis).name()) ? 0 : 1;
    }
    return distance;
  }
}
