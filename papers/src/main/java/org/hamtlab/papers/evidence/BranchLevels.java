package org.hamtlab.papers.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.assembly.Composition;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/** How many branches stand at each level, recorded as observations. */
public final class BranchLevels {
  private static final String QUANTITY = "branches at level ";

  private BranchLevels() {}

  /** Fills a map key by key and counts its branches by level. */
  public static void record(Recorder recorder, String phrase, String keys) {
    Registry registry = Registry.installed();
    List<Long> branches =
        Counting.quietly(() -> {
          try (Hamt<Object, Object> map =
              Composition.of(registry, registry.resolve(phrase)).newMap()) {
            Keys.of(keys).forEach(key -> map.put(key, key));
            return map.shape().branchesByLevel();
          }
        });
    for (int level = 0; level < branches.size(); level++) {
      if (branches.get(level) > 0) {
        String variant = Counting.variant(phrase, keys);
        recorder.add(QUANTITY + level, variant, branches.get(level), "count");
      }
    }
  }

  /** What was recorded, by level; the root is level 0. */
  public static Map<Integer, Double> of(Evidence evidence, String phrase, String keys) {
    Map<Integer, Double> levels = new TreeMap<>();
    String variant = Counting.variant(phrase, keys);
    evidence.observations().stream()
        .filter(o -> o.variant().equals(variant) && o.quantity().startsWith(QUANTITY))
        .forEach(
            o -> levels.put(Integer.valueOf(o.quantity().substring(QUANTITY.length())), o.value()));
    return levels;
  }
}
