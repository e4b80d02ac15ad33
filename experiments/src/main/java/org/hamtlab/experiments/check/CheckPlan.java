package org.hamtlab.experiments.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * The contracts that the strategies of some jars must keep.
 *
 * <p>Each variant of a strategy is put into {@code @default} and {@code @addressed}. Where it does
 * not fit, layout or allocator are replaced by the first that makes the treatment possible.
 */
final class CheckPlan {
  private static final List<String> BASES = List.of("@default", "@addressed");
  private static final List<Axis> REPLACEABLE = List.of(Axis.LAYOUT, Axis.ALLOCATOR);

  private final Registry registry;
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, String> exclusions = new LinkedHashMap<>();

  /** Plans for the strategies that some jars register. */
  CheckPlan(Registry registry, PluginJars jars) {
    this.registry = registry;
    for (Axis axis : Axis.values()) {
      for (StrategyProvider provider : registry.providers(axis)) {
        if (jars.register(provider)) {
          registry.variants(axis, provider.id()).forEach(variant -> add(axis, variant));
        }
      }
    }
  }

  /** What to run, in the order of axes and ids. */
  List<Subject> subjects() {
    return subjects;
  }

  /** Why a strategy stands in no treatment at all, by what a phrase spells. */
  Map<String, String> exclusions() {
    return exclusions;
  }

  private void add(Axis axis, Selection variant) {
    Set<Treatment> treatments = new LinkedHashSet<>();
    BASES.forEach(
        base -> possible(registry.resolve(base), axis, variant).ifPresent(treatments::add));
    Treatment alone = registry.resolve(BASES.getFirst()).with(axis, variant);
    if (treatments.isEmpty()) {
      exclusions.put(axis.key() + "=" + variant, String.join(" ", registry.exclusions(alone)));
      treatments.add(alone);
    }
    Contract own = Contract.valueOf(axis.name());
    boolean dependsOnTreatment = axis == Axis.LAYOUT;
    (dependsOnTreatment ? treatments.stream() : treatments.stream().limit(1))
        .forEach(treatment -> subjects.add(subject(axis, variant, treatment, own)));
    if (!exclusions.containsKey(axis.key() + "=" + variant)) {
      for (Treatment treatment : treatments) {
        subjects.add(subject(axis, variant, treatment, Contract.MAP));
        subjects.add(subject(axis, variant, treatment, Contract.VERSION));
      }
    }
  }

  private Subject subject(Axis axis, Selection variant, Treatment treatment, Contract contract) {
    return new Subject(registry, axis, variant, treatment, contract);
  }

  private Optional<Treatment> possible(Treatment base, Axis axis, Selection variant) {
    Treatment own = base.with(axis, variant);
    Stream<Treatment> others =
        REPLACEABLE.stream()
            .filter(other -> other != axis)
            .flatMap(other ->
                registry.providers(other).stream()
                    .flatMap(provider -> registry.variants(other, provider.id()).stream())
                    .map(selection -> own.with(other, selection)));
    return Stream.concat(Stream.of(own), others)
        .filter(treatment -> registry.exclusions(treatment).isEmpty())
        .findFirst();
  }
}
