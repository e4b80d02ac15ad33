package org.hamtlab.experiments.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Combination;
import org.hamtlab.registry.Registry;

/**
 * Every valid combination of the installed strategies, alive and used in this JVM, fused and
 * shared: the pollution that profiles have to withstand.
 */
final class Crowd {
  private static final int KEYS = 150;
  private static final int ROUNDS = 4;

  private final List<Map<Object, Object>> maps = new ArrayList<>();

  Crowd() {
    Registry registry = Registry.installed();
    for (Combination combination : registry.combinations()) {
      if (combination.isPossible() && !combination.treatment().hash().name().equals("constant")) {
        for (AssemblyMode mode : AssemblyMode.values()) {
          Treatment treatment = combination.treatment().with(mode);
          maps.add(Composition.of(registry, treatment).newMap());
        }
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      maps.forEach(Crowd::use);
    }
  }

  private static void use(Map<Object, Object> map) {
    for (long key = 0; key < KEYS; key++) {
      map.put(key, key);
    }
    for (long key = 0; key < KEYS; key++) {
      if (map.get(key) == null) {
        throw new IllegalStateException("crowd: key " + key + " is lost");
      }
    }
    for (long key = 0; key < KEYS; key += 2) {
      map.remove(key);
    }
  }

  int size() {
    return maps.size();
  }
}
