package org.hamtlab.experiments.covering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.BuildMode;
import org.hamtlab.config.Condition;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Reclaim;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * Everything that a phrase can say, as factors: a strategy on each axis, every parameter of every
 * strategy, what stands below an allocator, and the run-level keys. A parameter is there where its
 * strategy is and its condition holds; a parent has its defaults.
 */
final class TreatmentFactors {
  private static final String PARENT = "parent";
  private static final String ASSEMBLY = "assembly";

  private final Registry registry;
  private final List<Factor> factors = new ArrayList<>();
  private final Map<Axis, Integer> axes = new LinkedHashMap<>();
  private final Map<String, Integer> byName = new LinkedHashMap<>();

  /** The factors of what is installed. */
  TreatmentFactors(Registry registry) {
    this.registry = registry;
    for (Axis axis : Axis.values()) {
      axes.put(axis, factors.size());
      add(Factor.free(axis.key(), registry.providers(axis)));
    }
    for (Axis axis : Axis.values()) {
      addParameters(axis);
    }
    addParent();
    // Shared classes stay compiled, so that a row costs a fraction.
    add(Factor.preferringFirst(ASSEMBLY, List.of(AssemblyMode.SHARED, AssemblyMode.FUSED)));
    add(Factor.free("build", List.of(BuildMode.values())));
    add(
        Factor.free(
            "reclaim",
            List.of(
                Reclaim.EVACUATE, new Reclaim(true, 40), new Reclaim(true, 1000), Reclaim.REGION)));
  }

  private void add(Factor factor) {
    byName.put(factor.name(), factors.size());
    factors.add(factor);
  }

  private void addParameters(Axis axis) {
    int strategy = 0;
    for (StrategyProvider provider : registry.providers(axis)) {
      BitSet owners = new BitSet();
      owners.set(strategy++);
      for (Parameter<?> parameter : provider.parameters()) {
        addParameter(axis, provider, parameter, owners);
      }
    }
  }

  /** Adds a parameter after the one that it waits for, which owns it then. */
  private void addParameter(
      Axis axis, StrategyProvider provider, Parameter<?> parameter, BitSet strategy) {
    String name = nameOf(axis, provider, parameter);
    if (parameter instanceof StrategyParameter || byName.containsKey(name)) {
      return;
    }
    int owner = axes.get(axis);
    BitSet owners = strategy;
    if (parameter.condition().isPresent()) {
      Condition condition = parameter.condition().get();
      Parameter<?> awaited =
          provider.parameters().stream()
              .filter(each -> each.name().equals(condition.parameter()))
              .findFirst()
              .orElseThrow();
      addParameter(axis, provider, awaited, strategy);
      owner = byName.get(nameOf(axis, provider, awaited));
      owners = levelsUnder(condition, factors.get(owner).levels());
    }
    if (!owners.isEmpty()) {
      add(new Factor(name, LevelChoice.of(provider.id().value(), parameter), owner, owners));
    }
  }

  private static BitSet levelsUnder(Condition condition, List<?> levels) {
    BitSet under = new BitSet();
    for (int level = 0; level < levels.size(); level++) {
      under.set(
          level, condition.holds(new Settings(Map.of(condition.parameter(), levels.get(level)))));
    }
    return under;
  }

  private void addParent() {
    List<StrategyProvider> allocators = registry.providers(Axis.ALLOCATOR);
    BitSet owners = new BitSet();
    for (int strategy = 0; strategy < allocators.size(); strategy++) {
      owners.set(
          strategy,
          allocators.get(strategy).parameters().stream()
              .anyMatch(StrategyParameter.class::isInstance));
    }
    add(new Factor(PARENT, allocators, axes.get(Axis.ALLOCATOR), owners));
  }

  private static String nameOf(Axis axis, StrategyProvider provider, Parameter<?> parameter) {
    return axis.key() + "." + provider.id() + "." + parameter.name();
  }

  /** The factors, owners first. */
  List<Factor> all() {
    return factors;
  }

  /**
   * The factors that can decide whether a treatment is possible: layout, allocator, parent,
   * compression, build, and the parameters that change traits.
   */
  BitSet deciding() {
    BitSet deciding = new BitSet();
    for (Axis axis : List.of(Axis.LAYOUT, Axis.ALLOCATOR, Axis.COMPRESSION)) {
      deciding.set(axes.get(axis));
      for (StrategyProvider provider : registry.providers(axis)) {
        List<Settings> bases = bases(axis, provider);
        for (Parameter<?> parameter : provider.parameters()) {
          Integer factor = byName.get(nameOf(axis, provider, parameter));
          if (factor != null
              && bases.stream()
                  .anyMatch(base -> changesTraits(provider, base, parameter, factor))) {
            deciding.set(factor);
          }
        }
      }
    }
    deciding.set(byName.get(PARENT));
    deciding.set(byName.get("build"));
    return deciding;
  }

  /** The defaults, and what becomes of them when one parameter has another level. */
  private List<Settings> bases(Axis axis, StrategyProvider provider) {
    Settings defaults = registry.defaults(axis, provider.id()).settings();
    List<Settings> bases = new ArrayList<>(List.of(defaults));
    for (Parameter<?> parameter : provider.parameters()) {
      Integer factor = byName.get(nameOf(axis, provider, parameter));
      if (factor != null) {
        factors.get(factor).levels().forEach(level -> bases.add(with(defaults, parameter, level)));
      }
    }
    return bases;
  }

  private static Settings with(Settings settings, Parameter<?> parameter, Object level) {
    Map<String, Object> values = new LinkedHashMap<>(settings.values());
    values.put(parameter.name(), level);
    return new Settings(values);
  }

  private boolean changesTraits(
      StrategyProvider provider, Settings base, Parameter<?> parameter, int factor) {
    return factors.get(factor).levels().stream()
            .map(level -> provider.traits(with(base, parameter, level)))
            .distinct()
            .count()
        > 1;
  }

  /** Whether a cell spells a treatment that is possible. */
  boolean isPossible(int[] cell) {
    return registry.exclusion(treatment(cell)).isEmpty();
  }

  /** The treatment that a cell spells. */
  Treatment treatment(int[] cell) {
    return new Treatment(
        selection(Axis.HASH, cell),
        selection(Axis.LAYOUT, cell),
        selection(Axis.ALLOCATOR, cell),
        selection(Axis.COMPRESSION, cell),
        (AssemblyMode) level(ASSEMBLY, cell),
        (BuildMode) level("build", cell),
        (Reclaim) level("reclaim", cell));
  }

  private Object level(String factor, int[] cell) {
    int number = byName.get(factor);
    return factors.get(number).levels().get(cell[number]);
  }

  private boolean isIn(String factor, int[] cell) {
    Integer number = byName.get(factor);
    return number != null && factors.get(number).isIn(factors, cell);
  }

  private Selection selection(Axis axis, int[] cell) {
    StrategyProvider provider = (StrategyProvider) level(axis.key(), cell);
    Map<String, Object> values =
        new LinkedHashMap<>(registry.defaults(axis, provider.id()).settings().values());
    for (Parameter<?> parameter : provider.parameters()) {
      String name = nameOf(axis, provider, parameter);
      if (parameter instanceof StrategyParameter) {
        values.put(parameter.name(), parent(cell));
      } else if (isIn(name, cell)) {
        values.put(parameter.name(), level(name, cell));
      }
    }
    return Selection.of(provider.id(), new Settings(values));
  }

  private Selection parent(int[] cell) {
    return registry.defaults(Axis.ALLOCATOR, ((StrategyProvider) level(PARENT, cell)).id());
  }
}
