package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Condition;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.IdleParameter;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What strategies declare about their parameters is true: where a parameter is idle, two maps with
 * different values of it have equal shapes and counts, and where it is not, some two differ.
 */
class IdleParametersTest {
  private static final Registry REGISTRY = Registry.installed();

  /** A parameter with a condition. */
  record Declaration(Axis axis, StrategyProvider provider, Parameter<?> parameter) {
    Condition condition() {
      return parameter.condition().orElseThrow();
    }

    Parameter<?> awaited() {
      return provider.parameters().stream()
          .filter(each -> each.name().equals(condition().parameter()))
          .findFirst()
          .orElseThrow();
    }

    /** Values of the awaited parameter under which the condition holds, or does not. */
    List<Object> awaited(boolean holds) {
      return values(
              awaited(), List.of(condition().min() - 1, condition().min(), condition().max() + 1))
          .stream()
          .filter(
              value -> condition().holds(new Settings(Map.of(awaited().name(), value))) == holds)
          .toList();
    }

    @Override
    public String toString() {
      return axis + "=" + provider.id() + "{" + parameter.name() + "} with " + condition();
    }
  }

  static Stream<Declaration> declarations() {
    return Stream.of(Axis.values())
        .flatMap(axis ->
            REGISTRY.providers(axis).stream()
                .flatMap(provider ->
                    provider.parameters().stream()
                        .filter(parameter -> parameter.condition().isPresent())
                        .map(parameter -> new Declaration(axis, provider, parameter))));
  }

  /** Choices, or a number's ends and default with some more; no memory of more than 8 MiB. */
  private static List<Object> values(Parameter<?> parameter, List<Long> more) {
    return switch (parameter) {
      case ChoiceParameter choice -> List.copyOf(choice.choices());
      case IntParameter number ->
          LongStream.concat(
                  LongStream.of(
                      number.min(), number.min() + 1, number.defaultValue(), number.max()),
                  more.stream().mapToLong(Long::longValue))
              .filter(value -> value >= number.min() && value <= number.max())
              .filter(value -> !number.unit().equals("slots") || value <= 1 << 21)
              .distinct()
              .<Object>mapToObj(value -> (int) value)
              .toList();
      case LongParameter number -> List.of(number.min(), number.defaultValue(), number.max());
      case StrategyParameter nested ->
          REGISTRY.providers(nested.axis()).stream()
              .<Object>map(provider -> REGISTRY.defaults(nested.axis(), provider.id()))
              .toList();
    };
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void whatIsIdleMakesNoDifference(Declaration declaration) {
    assertThat(declaration.awaited(false)).isNotEmpty();
    for (Object awaited : declaration.awaited(false)) {
      Set<List<Object>> histories = new LinkedHashSet<>();
      Set<Treatment> plain = new LinkedHashSet<>();
      for (Object value : values(declaration.parameter(), List.of())) {
        Treatment treatment = treatment(declaration, awaited, value);
        assertThat(REGISTRY.idle(treatment))
            .extracting(IdleParameter::factor)
            .contains(declaration.axis() + "." + declaration.parameter().name());
        plain.add(REGISTRY.plain(treatment));
        // No two maps under a secret of their own look alike, whatever is idle.
        boolean isKeyed = REGISTRY.offers(treatment, Axis.HASH, Trait.KEYED);
        histories.add(isKeyed ? List.of() : history(treatment));
      }
      assertThat(plain).as("%s, %s", declaration, awaited).hasSize(1);
      assertThat(histories).as("%s, %s", declaration, awaited).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void whatIsNotIdleMakesOne(Declaration declaration) {
    int most = 0;
    for (Object awaited : declaration.awaited(true)) {
      Set<List<Object>> histories = new LinkedHashSet<>();
      for (Object value : values(declaration.parameter(), List.of())) {
        Treatment treatment = treatment(declaration, awaited, value);
        assertThat(REGISTRY.idle(treatment))
            .extracting(IdleParameter::factor)
            .doesNotContain(declaration.axis() + "." + declaration.parameter().name());
        histories.add(history(treatment));
      }
      most = Math.max(most, histories.size());
    }
    assertThat(most).as("different histories of maps").isGreaterThan(1);
  }

  /** A possible treatment with two values set, other axes being what fits. */
  private static Treatment treatment(Declaration declaration, Object awaited, Object value) {
    Selection defaults = REGISTRY.defaults(declaration.axis(), declaration.provider().id());
    Map<String, Object> values = new LinkedHashMap<>(defaults.settings().values());
    values.put(declaration.awaited().name(), awaited);
    values.put(declaration.parameter().name(), value);
    Treatment chosen =
        REGISTRY
            .resolve("@addressed")
            .with(AssemblyMode.SHARED)
            .with(declaration.axis(), new Selection(defaults.id(), new Settings(values)));
    return Stream.of(Axis.LAYOUT, Axis.ALLOCATOR)
        .filter(axis -> axis != declaration.axis())
        .flatMap(axis ->
            REGISTRY.providers(axis).stream()
                .flatMap(each -> REGISTRY.variants(axis, each.id()).stream())
                .map(fitting -> chosen.with(axis, fitting)))
        .filter(each -> REGISTRY.exclusion(each).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** What can be counted of a map and of versions while they grow and shrink. */
  private static List<Object> history(Treatment treatment) {
    Composition composition = Composition.of(REGISTRY, treatment);
    List<ChosenKey> keys =
        IntStream.range(0, 3_000)
            .mapToObj(number -> new ChosenKey(number * 0x9E3779B9 >>> number % 5, number))
            .toList();
    List<Object> counts = new ArrayList<>();
    try (Hamt<Object, Object> map = composition.newMap()) {
      keys.forEach(key -> attempt(counts, () -> map.put(key, key.number())));
      count(map, counts);
      keys.stream().filter(key -> key.number() % 16 != 0).forEach(map::remove);
      count(map, counts);
    }
    Map<ChosenKey, Integer> entries = new LinkedHashMap<>();
    keys.forEach(key -> entries.put(key, key.number()));
    attempt(counts, () -> versions(composition, entries, counts));
    return counts;
  }

  private static void count(Hamt<Object, Object> map, List<Object> counts) {
    counts.addAll(
        List.of(
            map.shape(),
            map.telemetry(),
            map.structureBytes(),
            map.rootTable(),
            List.copyOf(map.keySet())));
  }

  private static void versions(
      Composition composition, Map<ChosenKey, Integer> entries, List<Object> counts) {
    PersistentHamt<Object, Object> built = composition.newPersistentMap().putAll(entries);
    PersistentHamt<Object, Object> version = built;
    for (ChosenKey key : entries.keySet()) {
      version = key.number() % 8 == 0 ? version.put(key, "new") : version.remove(key);
    }
    counts.add(built.shape());
    counts.add(version.shape());
    counts.add(version.structureBytes());
    counts.add(version.union(built, (one, other) -> one).shape());
    counts.add(version.family());
    version.close();
  }

  private static void attempt(List<Object> counts, Runnable step) {
    try {
      step.run();
    } catch (AllocationException refused) {
      counts.add(refused.getClass());
    }
  }
}
