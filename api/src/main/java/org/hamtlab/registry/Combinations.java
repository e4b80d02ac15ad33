package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;

/** Enumerates the combinations of what is installed. */
final class Combinations {
  private final Installed installed;
  private final Variants variants;
  private final Exclusions exclusions;

  Combinations(Installed installed, Variants variants, Exclusions exclusions) {
    this.installed = installed;
    this.variants = variants;
    this.exclusions = exclusions;
  }

  List<Combination> all() {
    List<Combination> all = new ArrayList<>();
    List<Selection> layouts = on(Axis.LAYOUT);
    List<Selection> allocators = on(Axis.ALLOCATOR);
    List<Selection> compressions = on(Axis.COMPRESSION);
    for (Selection hash : on(Axis.HASH)) {
      for (Selection layout : layouts) {
        for (Selection allocator : allocators) {
          for (Selection compression : compressions) {
            all.add(judged(hash, layout, allocator, compression));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private List<Selection> on(Axis axis) {
    List<Selection> selections = new ArrayList<>();
    installed.on(axis).forEach(strategy -> selections.addAll(variants.of(strategy)));
    return selections;
  }

  private Combination judged(
      Selection hash, Selection layout, Selection allocator, Selection compression) {
    Treatment treatment = new Treatment(hash, layout, allocator, compression, AssemblyMode.FUSED);
    List<String> reasons = exclusions.reasons(treatment);
    return new Combination(
        treatment, reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons)));
  }
}
