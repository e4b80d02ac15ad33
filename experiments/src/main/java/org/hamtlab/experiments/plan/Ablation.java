package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.design.Cells;
import org.hamtlab.registry.Registry;

/**
 * The way from one treatment to another by one change after the other, and the way back. Each
 * change is made once where little else is changed, and undone once where much else is, so that
 * what it is worth can be seen to depend on the rest.
 *
 * <p>A change is a strategy of an axis with all its parameters, or one parameter where both
 * treatments have the same strategy, or a run-level key. A change that is impossible alone is
 * postponed; if all that are left are impossible alone, the fewest that are possible together make
 * one step, whose effect has no single cause.
 *
 * @param from where the way begins
 * @param forward the steps to the other treatment
 * @param backward the steps from the other treatment back
 */
public record Ablation(Treatment from, List<Step> forward, List<Step> backward) {

  /**
   * One step.
   *
   * @param factors what it changes; one factor unless no single change is possible
   * @param treatment the treatment that it leads to
   */
  public record Step(List<String> factors, Treatment treatment) {}

  private record Change(String factor, UnaryOperator<Treatment> apply) {}

  /** The ways between two possible treatments. */
  public static Ablation between(Registry registry, Treatment from, Treatment to) {
    return new Ablation(from, steps(registry, from, to), steps(registry, to, from));
  }

  /** All treatments on both ways, with the ways themselves. */
  public Candidates candidates(Registry registry) {
    Candidates candidates = new Candidates(registry).keep(from);
    List<Treatment> there = new ArrayList<>(List.of(from));
    forward.forEach(step -> there.add(step.treatment()));
    List<Treatment> back = new ArrayList<>(List.of(there.getLast()));
    backward.forEach(step -> back.add(step.treatment()));
    for (List<Treatment> path : List.of(there, back)) {
      path.forEach(candidates::keep);
      candidates.path(path.stream().map(Treatment::phrase).toList());
    }
    return candidates;
  }

  private static List<Step> steps(Registry registry, Treatment from, Treatment to) {
    List<Change> left = new ArrayList<>(changes(from, to));
    List<Step> steps = new ArrayList<>();
    Treatment current = from;
    while (!left.isEmpty()) {
      List<Change> chosen = next(registry, current, left);
      left.removeAll(chosen);
      current = apply(chosen, current);
      steps.add(new Step(chosen.stream().map(Change::factor).toList(), current));
    }
    return List.copyOf(steps);
  }

  /** The first of the smallest sets of changes that are possible. */
  private static List<Change> next(Registry registry, Treatment current, List<Change> left) {
    for (int many = 1; many < left.size(); many++) {
      for (int[] choice : Cells.choose(left.size(), many)) {
        List<Change> chosen = Arrays.stream(choice).mapToObj(left::get).toList();
        if (registry.exclusion(apply(chosen, current)).isEmpty()) {
          return chosen;
        }
      }
    }
    return List.copyOf(left);
  }

  private static Treatment apply(List<Change> changes, Treatment treatment) {
    Treatment result = treatment;
    for (Change change : changes) {
      result = change.apply.apply(result);
    }
    return result;
  }

  private static List<Change> changes(Treatment from, Treatment to) {
    List<Change> changes = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      if (!from.on(axis).name().equals(to.on(axis).name())) {
        changes.add(new Change(axis.key(), t -> t.with(axis, to.on(axis))));
      } else {
        parameters(axis, from.on(axis), to.on(axis), changes);
      }
    }
    if (from.assembly() != to.assembly()) {
      changes.add(new Change("assembly", t -> t.with(to.assembly())));
    }
    if (from.build() != to.build()) {
      changes.add(new Change("build", t -> t.with(to.build(), t.reclaim())));
    }
    if (!from.reclaim().equals(to.reclaim())) {
      changes.add(new Change("reclaim", t -> t.with(t.build(), to.reclaim())));
    }
    return changes;
  }

  private static void parameters(Axis axis, Selection from, Selection to, List<Change> changes) {
    to.settings()
        .values()
        .forEach((name, value) -> {
          if (!value.equals(from.settings().values().get(name))) {
            changes.add(
                new Change(
                    axis.key() + "." + name, t -> t.with(axis, with(t.on(axis), name, value))));
          }
        });
  }

  private static Selection with(Selection selection, String name, Object value) {
    Map<String, Object> values = new LinkedHashMap<>(selection.settings().values());
    values.put(name, value);
    return new Selection(selection.id(), new Settings(values));
  }
}
