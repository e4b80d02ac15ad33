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
 * Every installed strategy in a thousand compositions, alive and used in this JVM, fused and
 * shared: the pollution that profiles have to withstand. The mixer of {@code @default} meets every
 * valid combination of the other axes; the others, which are too many for that, meet every layout
 * and compression over the allocator that the layout takes when a phrase names none.
 */
final class Crowd {
  private static final int KEYS = 150;
  private static final int ROUNDS = 4;

  private final List<Map<Object, Object>> maps = new ArrayList<>();

  Crowd() {
    Registry registry = Registry.installed();
    for (Combination combination : registry.combinations()) {
      if (combination.isPossible() && isMember(registry, combination.treatment())) {
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

  private static boolean isMember(Registry registry, Treatment treatment) {
    if (treatment.hash().name().equals("constant")) {
      return false;
    }
    Treatment usual = registry.resolve("layout=" + treatment.layout());
    return treatment.hash().equals(usual.hash()) || treatment.allocator().equals(usual.allocator());
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
