package org.hamtlab.papers.evidence;

import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.assembly.Composition;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.TrieVisitor;

/** How many branches stand at each level, recorded as observations. */
public final class BranchLevels {
  private static final String QUANTITY = "branches at level ";

  private BranchLevels() {}

  /** Fills a map key by key and counts its branches by level. */
  public static void record(Recorder recorder, String phrase, String keys) {
    Registry registry = Registry.installed();
    Tally tally = new Tally();
    Counting.quietly(() -> {
      try (Hamt<Object, Object> map = Composition.of(registry, registry.resolve(phrase)).newMap()) {
        Keys.of(keys).forEach(key -> map.put(key, key));
        map.visit(tally);
      }
      return null;
    });
    tally.branches.forEach(
        (level, n) -> recorder.add(QUANTITY + level, Counting.variant(phrase, keys), n, "count"));
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

  private static final class Tally implements TrieVisitor {
    private final Map<Integer, Integer> branches = new TreeMap<>();

    @Override
    public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
      branches.merge(level, 1, Integer::sum);
    }

    @Override
    public void leaveBranch() {}

    @Override
    public void entry(int level, int fragment, Object key, Object value) {}

    @Override
    public void enterCollision(int level, int fragment, int size, String memory) {}

    @Override
    public void leaveCollision() {}
  }
}
