package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.design.Cells;
import org.hamtlab.registry.Registry;

/**
 * What is wrong with the levels of a factor. A level is at fault if no value of its key in the
 * sweep takes it; if some do, the others are excluded later, with the reason.
 */
public final class FactorFaults {
  private final Registry registry;
  private final Treatment baseline;
  private final List<SweptFactor> factors;

  /** Checks factors over a baseline. */
  public FactorFaults(Registry registry, Treatment baseline, List<SweptFactor> factors) {
    this.registry = registry;
    this.baseline = baseline;
    this.factors = factors;
  }

  /** The faults of one factor, a sentence each. */
  public List<String> of(SweptFactor factor) {
    Set<String> faults = new LinkedHashSet<>();
    List<SweptFactor> related = related(factor);
    for (String level : factor.levels()) {
      if (!level.equals(AxisLevels.DEFAULT)) {
        faults.addAll(faults(factor, level, related));
      }
    }
    return List.copyOf(faults);
  }

  /** The factors that decide which strategies a factor's path leads through. */
  private List<SweptFactor> related(SweptFactor factor) {
    String prefix = factor.name() + ".";
    return factors.stream()
        .filter(other -> !other.name().equals(factor.name()))
        .filter(other -> prefix.startsWith(other.name() + "."))
        .filter(other -> new FactorFaults(registry, baseline, factors).of(other).isEmpty())
        .toList();
  }

  private List<String> faults(SweptFactor factor, String level, List<SweptFactor> related) {
    List<SweptFactor> local = new ArrayList<>(related);
    local.add(new SweptFactor(factor.name(), List.of(level)));
    TreatmentSpace space = new TreatmentSpace(registry, baseline, local);
    List<AxisLevels.Outcome<?>> outcomes = new ArrayList<>();
    for (int[] cell : Cells.all(space.sizes()).toList()) {
      outcomes.add(space.outcome(factor.path().key(), cell));
    }
    if (outcomes.stream().anyMatch(outcome -> outcome.value().isPresent())) {
      return List.of();
    }
    Optional<AxisLevels.Outcome<?>> wrong =
        outcomes.stream().filter(outcome -> !outcome.isLacking()).findFirst();
    return wrong.isPresent()
        ? wrong.get().reason().lines().toList()
        : List.of(unknown(factor, level, outcomes.getFirst().reason()));
  }

  /** How the registry words it, which knows the parameters that exist. */
  private String unknown(SweptFactor factor, String level, String reason) {
    Optional<Axis> axis = factor.path().axis();
    List<String> path = factor.path().path();
    if (axis.isPresent() && path.size() == 1) {
      String strategy = baseline.on(axis.get()).name();
      try {
        registry.selection(axis.get(), strategy + "{" + path.getFirst() + "=" + level + "}");
      } catch (ConfigurationException unknown) {
        return unknown.getMessage().lines().findFirst().orElse(reason);
      }
    }
    return factor.name() + ": unknown parameter. " + reason;
  }
}
