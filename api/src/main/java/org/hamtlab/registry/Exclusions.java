package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.config.Treatment;

/**
 * Decides which treatments are possible. What a strategy needs, nested ones included, must be
 * offered by a strategy of another axis that is not nested itself; what it needs of its parent, by
 * every strategy nested directly in it.
 */
final class Exclusions {
  private final Installed installed;
  private final Variants variants;

  Exclusions(Installed installed) {
    this.installed = installed;
    this.variants = new Variants(installed);
  }

  /** A strategy at its place in a treatment. */
  private record Placed(
      InstalledStrategy strategy,
      Selection selection,
      Traits traits,
      List<Placed> nested,
      boolean isDefault) {

    Axis axis() {
      return strategy.axis();
    }

    Stream<Placed> all() {
      return Stream.concat(Stream.of(this), nested.stream().flatMap(Placed::all));
    }

    boolean offers(Trait trait) {
      return traits.offers().contains(trait)
          || (traits.passes().contains(trait)
              && nested.stream().allMatch(each -> each.offers(trait)));
    }

    List<Trait> offered() {
      return Stream.concat(traits.offers().stream(), traits.passes().stream())
          .distinct()
          .filter(this::offers)
          .sorted(Comparator.comparing(Trait::name))
          .toList();
    }
  }

  /**
   * Why a treatment is impossible, in one sentence or more.
   *
   * @param axes those whose strategies do not fit
   */
  private record Reason(String text, Set<Axis> axes) {}

  /** Every reason why a treatment is impossible. */
  List<String> reasons(Treatment treatment) {
    return told(found(treatment, EnumSet.allOf(Axis.class)));
  }

  /**
   * The reasons for somebody who chose the strategies of some axes: those among what was chosen, or
   * else, if there are none, those that defaults have a part in.
   */
  List<String> reasons(Treatment treatment, Set<Axis> chosen) {
    List<Reason> found = found(treatment, chosen);
    List<Reason> own = found.stream().filter(it -> chosen.containsAll(it.axes())).toList();
    return told(own.isEmpty() ? found : own);
  }

  private static List<String> told(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).distinct().toList();
  }

  private List<Reason> found(Treatment treatment, Set<Axis> chosen) {
    List<Placed> outer =
        Stream.of(Axis.values())
            .map(axis -> place(axis, treatment.on(axis), !chosen.contains(axis)))
            .toList();
    List<Placed> all = outer.stream().flatMap(Placed::all).toList();
    List<Reason> reasons = new ArrayList<>();
    for (Placed placed : all) {
      for (Trait need : sorted(placed.traits().needs())) {
        if (outer.stream().noneMatch(each -> each.axis() != placed.axis() && each.offers(need))) {
          reasons.add(unmet(placed, need, all));
        }
      }
      for (Trait need : sorted(placed.traits().needsOfParent())) {
        if (placed.nested().isEmpty()
            || placed.nested().stream().anyMatch(it -> !it.offers(need))) {
          reasons.add(unmetByParent(placed, need));
        }
      }
    }
    return reasons;
  }

  private Placed place(Axis axis, Selection selection, boolean isDefault) {
    InstalledStrategy strategy = installed.get(axis, selection.name());
    List<Placed> nested = new ArrayList<>();
    for (Parameter<?> parameter : strategy.parameters()) {
      if (parameter instanceof StrategyParameter parent) {
        Selection below = selection.settings().get(parent);
        if (!below.isNone()) {
          nested.add(place(parent.axis(), below, isDefault));
        }
      }
    }
    return new Placed(
        strategy, selection, strategy.traits(selection.settings()), nested, isDefault);
  }

  private static List<Trait> sorted(Set<Trait> traits) {
    return traits.stream().sorted(Comparator.comparing(Trait::name)).toList();
  }

  private Reason unmet(Placed placed, Trait need, List<Placed> all) {
    String needs = needs(placed, "needs", need);
    Set<Axis> offering = EnumSet.noneOf(Axis.class);
    for (Axis axis : Axis.values()) {
      if (axis != placed.axis() && !fitting(axis, need).isEmpty()) {
        offering.add(axis);
      }
    }
    if (offering.isEmpty()) {
      return new Reason(
          needs + ". No strategy that is installed offers " + need.meaning() + ".",
          EnumSet.of(placed.axis()));
    }
    List<String> clauses =
        all.stream()
            .filter(each -> offering.contains(each.axis()))
            .map(this::offers)
            .collect(Collectors.toCollection(ArrayList::new));
    clauses.add(placed.isDefault() ? clauses.size() : 0, needs);
    List<String> sentences = new ArrayList<>(List.of(String.join("; ", clauses)));
    offering.forEach(axis -> sentences.add(remedy(axis, need)));
    if (placed.isDefault()) {
      sentences.add("Or name another " + placed.axis());
    }
    Set<Axis> axes = EnumSet.copyOf(offering);
    axes.add(placed.axis());
    return new Reason(String.join(". ", sentences) + ".", axes);
  }

  private Reason unmetByParent(Placed placed, Trait need) {
    StringBuilder reason = new StringBuilder(needs(placed, "needs a parent with", need));
    if (placed.nested().isEmpty()) {
      reason.append("; it has none");
    }
    placed.nested().stream()
        .filter(each -> !each.offers(need))
        .forEach(each -> reason.append("; ").append(offers(each)));
    Set<String> fitting = fitting(placed.axis(), need);
    reason
        .append(". ")
        .append(
            fitting.isEmpty()
                ? "No " + placed.axis() + " that is installed offers " + need.meaning()
                : remedy(placed.axis(), need))
        .append('.');
    return new Reason(reason.toString(), EnumSet.of(placed.axis()));
  }

  private String needs(Placed placed, String verb, Trait need) {
    return placed.axis() + " " + named(placed) + " " + verb + " " + need.meaning();
  }

  private String offers(Placed placed) {
    List<String> meanings = placed.offered().stream().map(Trait::meaning).toList();
    return placed.axis()
        + " "
        + named(placed)
        + " offers "
        + (meanings.isEmpty() ? "nothing" : String.join(" and ", meanings));
  }

  private String named(Placed placed) {
    return named(placed.strategy(), placed.selection())
        + (placed.isDefault() ? " (the default)" : "");
  }

  /** The id, with the choices that decide about its traits. */
  private String named(InstalledStrategy strategy, Selection selection) {
    List<ChoiceParameter> deciding = variants.deciding(strategy, selection);
    return deciding.isEmpty()
        ? strategy.id()
        : deciding.stream()
            .map(choice -> choice.name() + "=" + selection.settings().get(choice))
            .collect(Collectors.joining(",", strategy.id() + "{", "}"));
  }

  private String remedy(Axis axis, Trait need) {
    return plural(axis)
        + " that offer "
        + need.meaning()
        + ": "
        + String.join(", ", fitting(axis, need));
  }

  /** The strategies of an axis that offer a trait, with the choices under which they do. */
  private Set<String> fitting(Axis axis, Trait need) {
    Set<String> fitting = new TreeSet<>();
    for (InstalledStrategy strategy : installed.on(axis)) {
      for (Selection variant : variants.of(strategy)) {
        if (place(axis, variant, false).offers(need)) {
          fitting.add(named(strategy, variant));
        }
      }
    }
    return fitting;
  }

  private static String plural(Axis axis) {
    return switch (axis) {
      case HASH -> "Hashes";
      case LAYOUT -> "Layouts";
      case ALLOCATOR -> "Allocators";
      case COMPRESSION -> "Compressions";
    };
  }
}
