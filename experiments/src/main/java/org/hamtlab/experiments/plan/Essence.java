package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.BuildMode;
import org.hamtlab.config.Reclaim;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.IdleParameter;
import org.hamtlab.registry.Registry;

/**
 * What of a treatment matters to some operations. The way to build matters to operations that
 * build; the way to reclaim to versions whose nodes the JVM does not collect; reuse of blocks where
 * blocks are freed, which updates of versions never do; a parameter where its strategy says so.
 */
final class Essence {
  private static final String PARENT = "parent";

  private final Registry registry;
  private final boolean isBuilding;
  private final boolean hasVersions;
  private final boolean isFreeing;

  Essence(Registry registry, List<Operation> operations) {
    this.registry = registry;
    isBuilding = operations.stream().anyMatch(o -> o.kind().isBuilding());
    hasVersions = operations.stream().anyMatch(o -> o.kind().needsVersions());
    isFreeing =
        operations.stream().anyMatch(o -> o.kind().isFreeing() || !o.kind().needsVersions());
  }

  /** Equal for candidates that cannot differ. */
  String of(Candidate candidate) {
    return candidate
        .treatment()
        .map(treatment -> of(treatment).phrase())
        .orElse(candidate.phrase());
  }

  /** A candidate with idle parameters at their defaults. */
  Candidate plain(Candidate candidate) {
    return candidate
        .treatment()
        .map(registry::plain)
        .filter(plain -> !plain.phrase().equals(candidate.phrase()))
        .map(Candidate::of)
        .orElse(candidate);
  }

  private Treatment of(Treatment treatment) {
    boolean isReclaiming = hasVersions && !isCollected(treatment);
    Treatment plain =
        registry
            .plain(treatment)
            .with(
                isBuilding ? treatment.build() : BuildMode.BOTTOM_UP,
                isReclaiming ? treatment.reclaim() : Reclaim.EVACUATE);
    return isFreeing ? plain : plain.with(Axis.ALLOCATOR, withoutReuse(plain.allocator()));
  }

  /** Why two candidates of equal essence cannot differ. */
  String reason(Candidate one, Candidate other) {
    Treatment left = one.treatment().orElseThrow();
    Treatment right = other.treatment().orElseThrow();
    List<String> reasons = idle(left, right);
    if (left.build() != right.build()) {
      reasons.add("No operation of this sweep builds from many entries at once, so build is idle.");
    }
    if (!left.reclaim().equals(right.reclaim())) {
      reasons.add(
          hasVersions
              ? "The JVM collects the nodes, so reclaim is idle."
              : "No operation of this sweep makes versions, so reclaim is idle.");
    }
    if (!registry.plain(left).allocator().equals(registry.plain(right).allocator())) {
      reasons.add(
          "No operation of this sweep frees a block, so allocators that differ in reuse alone are"
              + " the same.");
    }
    return String.join(" ", reasons);
  }

  /** The parameters that only one of two treatments sets although they are idle, or sets so. */
  private List<String> idle(Treatment left, Treatment right) {
    List<IdleParameter> ofLeft = registry.idle(left);
    List<IdleParameter> ofRight = registry.idle(right);
    return Stream.concat(
            ofLeft.stream().filter(each -> !ofRight.contains(each)),
            ofRight.stream().filter(each -> !ofLeft.contains(each)))
        .filter(IdleParameter::isSet)
        .map(IdleParameter::sentence)
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private boolean isCollected(Treatment treatment) {
    return registry.offers(treatment, Axis.ALLOCATOR, Trait.COLLECTED_ARRAYS);
  }

  private Selection withoutReuse(Selection selection) {
    Map<String, Object> values = new LinkedHashMap<>(selection.settings().values());
    if (values.get(PARENT) instanceof Selection parent
        && registry.offers(Axis.ALLOCATOR, selection, Trait.REUSE_ALONE)) {
      return withoutReuse(parent);
    }
    values.replaceAll((name, value) -> value instanceof Selection s ? withoutReuse(s) : value);
    return new Selection(selection.id(), new Settings(values));
  }
}
