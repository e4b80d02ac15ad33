package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.BuildMode;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Reclaim;
import org.hamtlab.config.Selection;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * All combinations of the levels of some factors over one baseline. A combination is a <i>cell</i>:
 * one level index for each factor.
 *
 * <p>Whether a treatment is possible depends on the traits of its strategies alone, so that is
 * worked out once for all cells whose traits are equal, and millions of cells can be judged.
 */
public final class TreatmentSpace {
  private final Registry registry;
  private final List<SweptFactor> factors;
  private final Map<Axis, AxisLevels<Selection>> axes = new EnumMap<>(Axis.class);
  private final AxisLevels<AssemblyMode> assembly;
  private final AxisLevels<BuildMode> build;
  private final AxisLevels<Reclaim> reclaim;
  private final Map<Selection, Integer> signatures = new IdentityHashMap<>();
  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final Map<List<Object>, Optional<String>> judged = new HashMap<>();

  /** Combines factors over a baseline. */
  public TreatmentSpace(Registry registry, Treatment baseline, List<SweptFactor> factors) {
    this.registry = registry;
    this.factors = List.copyOf(factors);
    for (Axis axis : Axis.values()) {
      axes.put(
          axis,
          new AxisLevels<>(
              axis.key(), baseline.on(axis), factors, text -> registry.selection(axis, text)));
    }
    assembly =
        new AxisLevels<>(
            "assembly", baseline.assembly(), factors, text -> read("assembly", text).assembly());
    build =
        new AxisLevels<>("build", baseline.build(), factors, text -> read("build", text).build());
    reclaim =
        new AxisLevels<>(
            "reclaim", baseline.reclaim(), factors, text -> read("reclaim", text).reclaim());
  }

  private Treatment read(String key, String text) {
    return registry.resolve(key + "=" + text);
  }

  /** The factors. */
  public List<SweptFactor> factors() {
    return factors;
  }

  /** Number of levels of each factor. */
  public int[] sizes() {
    return factors.stream().mapToInt(factor -> factor.levels().size()).toArray();
  }

  /** Number of cells, possible or not. */
  public double cells() {
    return IntStream.of(sizes()).asDoubleStream().reduce(1, (a, b) -> a * b);
  }

  /** Whether a cell is a possible treatment. */
  public boolean isPossible(int[] cell) {
    return exclusion(cell).isEmpty();
  }

  /** Why a cell is impossible; empty if it is possible. */
  public Optional<String> exclusion(int[] cell) {
    String reasons =
        Stream.concat(
                axes.values().stream().<AxisLevels.Outcome<?>>map(axis -> axis.at(cell)),
                Stream.of(assembly.at(cell), build.at(cell), reclaim.at(cell)))
            .filter(outcome -> outcome.value().isEmpty())
            .map(AxisLevels.Outcome::reason)
            .collect(Collectors.joining(" "));
    return reasons.isEmpty() ? judge(treatment(cell)) : Optional.of(reasons);
  }

  /** What the levels of a cell make of one axis or run-level key. */
  AxisLevels.Outcome<?> outcome(String key, int[] cell) {
    return switch (key) {
      case "assembly" -> assembly.at(cell);
      case "build" -> build.at(cell);
      case "reclaim" -> reclaim.at(cell);
      default -> axes.get(FactorPath.of(key).axis().orElseThrow()).at(cell);
    };
  }

  /** The treatment of a cell that can be read. */
  public Treatment treatment(int[] cell) {
    return new Treatment(
        on(Axis.HASH, cell),
        on(Axis.LAYOUT, cell),
        on(Axis.ALLOCATOR, cell),
        on(Axis.COMPRESSION, cell),
        assembly.at(cell).value().orElseThrow(),
        build.at(cell).value().orElseThrow(),
        reclaim.at(cell).value().orElseThrow());
  }

  /** The levels of a cell, as a person would say them. */
  public String text(int[] cell) {
    return IntStream.range(0, factors.size())
        .mapToObj(i -> factors.get(i).name() + "=" + factors.get(i).levels().get(cell[i]))
        .collect(Collectors.joining(" "));
  }

  private Selection on(Axis axis, int[] cell) {
    return axes.get(axis).at(cell).value().orElseThrow();
  }

  private Optional<String> judge(Treatment treatment) {
    List<Object> traits = new ArrayList<>(List.of(treatment.build()));
    for (Axis axis : Axis.values()) {
      traits.add(signature(axis, treatment.on(axis)));
    }
    return judged.computeIfAbsent(traits, any -> registry.exclusion(treatment));
  }

  /** Equal for selections of equal ids and traits, nested ones included. */
  private Integer signature(Axis axis, Selection selection) {
    Integer known = signatures.get(selection);
    if (known == null) {
      known = numbers.computeIfAbsent(signed(axis, selection), any -> numbers.size());
      signatures.put(selection, known);
    }
    return known;
  }

  private List<Object> signed(Axis axis, Selection selection) {
    if (selection.isNone()) {
      return List.of();
    }
    StrategyProvider provider = registry.provider(axis, selection.id().orElseThrow());
    List<Object> parts = new ArrayList<>();
    parts.add(provider.id());
    parts.add(provider.traits(selection.settings()));
    for (Parameter<?> parameter : provider.parameters()) {
      if (parameter instanceof StrategyParameter parent) {
        parts.add(signed(parent.axis(), selection.settings().get(parent)));
      }
    }
    return parts;
  }
}
