package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Treatment;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoundTripTest {
  private static final int DEEPEST = 4;

  private final Registry registry =
      Registry.of(
          Fakes.house(),
          Map.of(
              "default",
              "hash=murmur3-fmix32 layout=tagged-int allocator=arena compression=none",
              "base",
              "hash=mojo-ahash{seed=3} layout=sealed-class{span=6,hash-bits=60}"
                  + " allocator=pool{slots=4096,parent=gc} assembly=shared"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_260})
  void resolvingTheCanonicalPhraseGivesTheSameTreatment(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 250; round++) {
      Treatment treatment = treatment(random);

      Treatment resolved = registry.resolve(treatment.phrase());

      assertThat(resolved).as("seed %d, round %d", seed, round).isEqualTo(treatment);
      assertThat(resolved.phrase()).isEqualTo(treatment.phrase());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void orderAndBaseOfAFullPhraseDoNotMatter(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      Treatment treatment = treatment(random);
      List<String> words = new ArrayList<>(List.of(treatment.phrase().split(" ")));
      Collections.shuffle(words, random);
      words.addFirst(random.nextBoolean() ? "@base" : "@default");

      assertThat(registry.resolve(words)).as("seed %d: %s", seed, words).isEqualTo(treatment);
    }
  }

  private Treatment treatment(Random random) {
    return new Treatment(
        selection(Axis.HASH, random, 0),
        selection(Axis.LAYOUT, random, 0),
        selection(Axis.ALLOCATOR, random, 0),
        selection(Axis.COMPRESSION, random, 0),
        pick(List.of(AssemblyMode.values()), random));
  }

  private Selection selection(Axis axis, Random random, int depth) {
    StrategyProvider provider = pick(registry.providers(axis), random);
    if (depth == DEEPEST) {
      return registry.defaults(axis, provider.id());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : provider.parameters()) {
      values.put(parameter.name(), value(parameter, random, depth));
    }
    return Selection.of(provider.id(), new Settings(values));
  }

  private Object value(Parameter<?> parameter, Random random, int depth) {
    return switch (parameter) {
      case IntParameter number -> random.nextInt(number.min(), number.max() + 1);
      case LongParameter _ -> random.nextLong();
      case ChoiceParameter choice -> pick(choice.choices(), random);
      case StrategyParameter nested ->
          nested.mayBeNone() && random.nextBoolean()
              ? Selection.NONE
              : selection(nested.axis(), random, depth + 1);
    };
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
