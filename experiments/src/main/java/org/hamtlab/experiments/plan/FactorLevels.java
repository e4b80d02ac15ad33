package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Reclaim;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;

/**
 * A treatment taken apart into factors: {@code allocator=pool{slots=16,parent=gc}} has the level
 * {@code pool} of factor {@code allocator}, {@code 16} of {@code allocator.slots} and {@code gc} of
 * {@code allocator.parent}.
 */
public final class FactorLevels {
  private FactorLevels() {}

  /** Level by factor: the four axes with their parameters, then assembly, build and reclaim. */
  public static Map<String, String> of(Treatment treatment) {
    Map<String, String> levels = new LinkedHashMap<>();
    for (Axis axis : Axis.values()) {
      add(axis.key(), treatment.on(axis), levels);
    }
    levels.put("assembly", treatment.assembly().key());
    levels.put("build", treatment.build().key());
    Reclaim reclaim = treatment.reclaim();
    levels.put("reclaim", reclaim.evacuates() ? "evacuate" : "region");
    if (reclaim.evacuates()) {
      levels.put("reclaim.garbage", Integer.toString(reclaim.garbage()));
    }
    return levels;
  }

  /**
   * Factors in which two treatments differ. A parameter of a strategy that the other does not have
   * in that place does not count: it came with the strategy, which does.
   */
  public static List<String> changed(Map<String, String> from, Map<String, String> to) {
    List<String> changed = new ArrayList<>();
    to.forEach((factor, level) -> {
      String other = from.get(factor);
      boolean cameAlong = changed.stream().anyMatch(outer -> factor.startsWith(outer + '.'));
      if (other != null && !other.equals(level) && !cameAlong) {
        changed.add(factor);
      }
    });
    return changed;
  }

  private static void add(String factor, Selection selection, Map<String, String> levels) {
    levels.put(factor, selection.name());
    selection
        .settings()
        .values()
        .forEach((parameter, value) -> {
          String name = factor + '.' + parameter;
          if (value instanceof Selection nested) {
            add(name, nested, levels);
          } else {
            levels.put(name, value.toString());
          }
        });
  }
}
