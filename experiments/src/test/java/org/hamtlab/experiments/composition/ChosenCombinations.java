package org.hamtlab.experiments.composition;

import java.util.List;
import java.util.Set;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Combination;
import org.hamtlab.registry.Registry;

/**
 * The valid combinations that tests of whole maps run; all of them with {@code
 * -Dhamt.combinations=every}.
 *
 * <p>A mixer gives bits and sees neither nodes nor blocks, and an allocator sees sizes alone. What
 * strategies do to each other is therefore met by three rules:
 *
 * <ol>
 *   <li>the mixer of {@code @default} meets every layout with every allocator and compression;
 *   <li>a mixer that stands for a kind of hash of its own (structured, equal for all keys, read
 *       from the content) meets every layout and compression, over the allocator which the layout
 *       takes when a phrase names none;
 *   <li>any further mixer meets what {@code @default} says of the other axes.
 * </ol>
 */
public final class ChosenCombinations {
  private static final Set<String> KINDS_OF_HASH = Set.of("identity", "constant", "siphash-1-3");

  private final Registry registry;
  private final Treatment byDefault;
  private final boolean every = "every".equals(System.getProperty("hamt.combinations"));

  private ChosenCombinations(Registry registry) {
    this.registry = registry;
    this.byDefault = registry.resolve("@default");
  }

  /** The treatments, in the order of the registry. */
  public static List<Treatment> of(Registry registry) {
    ChosenCombinations chosen = new ChosenCombinations(registry);
    return registry.combinations().stream()
        .filter(Combination::isPossible)
        .map(Combination::treatment)
        .filter(chosen::isChosen)
        .toList();
  }

  private boolean isChosen(Treatment treatment) {
    String hash = treatment.hash().name();
    if (every || hash.equals(byDefault.hash().name())) {
      return true;
    }
    return KINDS_OF_HASH.contains(hash)
        ? treatment.allocator().equals(usualAllocator(treatment))
        : isDefaultBut(Axis.HASH, treatment);
  }

  private Object usualAllocator(Treatment treatment) {
    return registry.resolve("layout=" + treatment.layout()).allocator();
  }

  private boolean isDefaultBut(Axis one, Treatment treatment) {
    for (Axis axis : Axis.values()) {
      if (axis != one && !treatment.on(axis).equals(byDefault.on(axis))) {
        return false;
      }
    }
    return true;
  }
}
