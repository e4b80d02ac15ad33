package org.hamtlab.experiments.analysis.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Attribution;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Plan;

/**
 * What each factor between two treatments is worth, from both ends: added to the first treatment,
 * and removed from the last. Where the two disagree the factor interacts with the others.
 *
 * <p>Attributions are logarithms of ratios within blocks. Along a path of the plan they sum to the
 * whole; in a plan without paths the pairs of treatments nearest to each end are taken, and those
 * of one direction that sum to more than the whole are refused (R4). A step that changes several
 * factors, because none is possible alone, names no cause (R2).
 */
public final class Ablation {
  /** The word for this design in a plan. */
  public static final String DESIGN = "ablation";

  private final Plan plan;
  private final Plan.PlannedTreatment first;
  private final Plan.PlannedTreatment last;

  private Ablation(Plan plan, Plan.PlannedTreatment last) {
    this.plan = plan;
    this.first = plan.treatment(plan.baseline());
    this.last = last;
  }

  /** The ablation that a plan describes; empty if it is of another design. */
  public static Optional<Ablation> of(Plan plan) {
    if (!plan.design().equals(DESIGN)) {
      return Optional.empty();
    }
    return plan.treatments().stream()
        .filter(t -> !t.changed().isEmpty())
        .max(Comparator.comparingInt(t -> t.changed().size()))
        .map(last -> new Ablation(plan, last));
  }

  /** The factors worth a line: of a strategy that changed, its parameters are a part. */
  private List<String> factors() {
    return steps(0).isEmpty() ? last.changed() : List.copyOf(steps(0).keySet());
  }

  private Optional<Step> added(String factor) {
    return plan.paths().isEmpty()
        ? step(factor, Comparator.comparingInt(Ablation::changes))
        : Optional.ofNullable(steps(0).get(factor));
  }

  private Optional<Step> removed(String factor) {
    return plan.paths().isEmpty()
        ? step(factor, Comparator.comparingInt(t -> -changes(t)))
        : Optional.ofNullable(steps(1).get(factor));
  }

  /** The steps of one of the plan's paths by what they change; the second one leads back. */
  private Map<String, Step> steps(int path) {
    Map<String, Step> steps = new LinkedHashMap<>();
    if (plan.paths().size() <= path) {
      return steps;
    }
    List<String> ids = plan.paths().get(path);
    for (int i = 1; i < ids.size(); i++) {
      String without = ids.get(path == 0 ? i - 1 : i);
      String with = ids.get(path == 0 ? i : i - 1);
      if (!with.equals(without)) {
        steps.put(String.join(" + ", difference(without, with)), new Step(without, with));
      }
    }
    return steps;
  }

  private List<String> difference(String without, String with) {
    List<String> changed = new ArrayList<>(plan.treatment(with).changed());
    changed.removeAll(plan.treatment(without).changed());
    return changed.stream()
        .filter(f -> changed.stream().noneMatch(other -> f.startsWith(other + ".")))
        .toList();
  }

  /** Two treatments that differ in one factor alone, without it and with it. */
  private record Step(String without, String with) {}

  /**
   * The attributions of one operation on one key set.
   *
   * @param blockMeans mean logarithm by block, of a treatment's id
   */
  public List<Attribution> attributions(
      String operation, String keys, Function<String, Map<Integer, Double>> blockMeans) {
    List<Sides> all = new ArrayList<>();
    for (String factor : factors()) {
      Optional<Step> added = added(factor);
      Optional<Step> removed = removed(factor);
      if (added.isPresent() && removed.isPresent()) {
        all.add(
            new Sides(
                factor,
                Logs.between(added.get().without(), added.get().with(), blockMeans),
                Logs.between(removed.get().without(), removed.get().with(), blockMeans)));
      }
    }
    Logs whole = Logs.between(first.id(), last.id(), blockMeans);
    if (all.isEmpty() || !whole.isEnough() || all.stream().anyMatch(s -> !s.isEnough())) {
      return List.of();
    }
    List<Refusal> sums = sums(all, whole);
    List<Attribution> attributions = new ArrayList<>();
    all.forEach(sides -> attributions.add(attribution(operation, keys, sides, sums)));
    attributions.add(attribution(operation, keys, new Sides(Analysis.WHOLE, whole, whole), sums));
    return attributions;
  }

  private record Sides(String factor, Logs added, Logs removed) {
    boolean isEnough() {
      return added.isEnough() && removed.isEnough();
    }
  }

  private static int changes(Plan.PlannedTreatment treatment) {
    return treatment.changed().size();
  }

  /** The pair of treatments that differ in this factor alone and come first in an order. */
  private Optional<Step> step(String factor, Comparator<Plan.PlannedTreatment> order) {
    for (Plan.PlannedTreatment with : plan.treatments().stream().sorted(order).toList()) {
      if (with.isTwin() || !with.changed().contains(factor) || !isBetween(with)) {
        continue;
      }
      Set<String> rest = new TreeSet<>(with.changed());
      rest.remove(factor);
      Optional<Plan.PlannedTreatment> without =
          plan.treatments().stream()
              .filter(t -> !t.isTwin() && new TreeSet<>(t.changed()).equals(rest) && isBetween(t))
              .findFirst();
      if (without.isPresent()) {
        return Optional.of(new Step(without.get().id(), with.id()));
      }
    }
    return Optional.empty();
  }

  /** Whether a treatment has no level that neither end has. */
  private boolean isBetween(Plan.PlannedTreatment treatment) {
    return treatment.changed().stream()
        .allMatch(f -> String.valueOf(treatment.levels().get(f)).equals(last.levels().get(f)));
  }

  /** R4 for each direction whose sum exceeds the whole by more than chance and smallest effect. */
  private List<Refusal> sums(List<Sides> all, Logs whole) {
    List<Refusal> refusals = new ArrayList<>();
    excess("added one at a time", all.stream().map(Sides::added).toList(), whole)
        .ifPresent(refusals::add);
    excess("removed one at a time", all.stream().map(Sides::removed).toList(), whole)
        .ifPresent(refusals::add);
    return refusals;
  }

  private Optional<Refusal> excess(String direction, List<Logs> parts, Logs whole) {
    Logs sum = parts.stream().reduce(Logs::plus).orElseThrow();
    Logs beyond = whole.estimate().mean() < 0 ? whole.minus(sum) : sum.minus(whole);
    if (!beyond.isEnough()) {
      return Optional.empty();
    }
    Estimate estimate = beyond.estimate();
    if (estimate.mean() - estimate.halfWidth(plan.confidence())
        <= Math.log1p(plan.smallestEffect())) {
      return Optional.empty();
    }
    return Optional.of(
        Code.R4.because(
            String.format(
                Locale.ROOT,
                "%s, the factors make %.3f, but together only %.3f.",
                direction,
                Math.exp(sum.estimate().mean()),
                Math.exp(whole.estimate().mean()))));
  }

  private Attribution attribution(String operation, String keys, Sides sides, List<Refusal> sums) {
    List<Refusal> refusals = new ArrayList<>(sums);
    if (sides.factor().contains(" + ")) {
      refusals.add(Code.R2.because("these factors could only be changed together."));
    }
    Interval added = sides.added().estimate().interval(plan.confidence());
    Interval removed = sides.removed().estimate().interval(plan.confidence());
    Logs quotient = sides.removed().minus(sides.added());
    boolean isWhole = sides.factor().equals(Analysis.WHOLE) || !quotient.isEnough();
    Interval interaction =
        isWhole ? new Interval(1, 1, 1) : quotient.estimate().interval(plan.confidence());
    double limit = 1 + plan.smallestEffect();
    return new Attribution(
        operation,
        keys,
        sides.factor(),
        added.value(),
        added.low(),
        added.high(),
        removed.value(),
        removed.low(),
        removed.high(),
        interaction.value(),
        interaction.low(),
        interaction.high(),
        interaction.low() > limit || interaction.high() < 1 / limit,
        refusals.stream().map(Refusal::code).toList(),
        refusals.stream().map(Refusal::sentence).toList());
  }
}
