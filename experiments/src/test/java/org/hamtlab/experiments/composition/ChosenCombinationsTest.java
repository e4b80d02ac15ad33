package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Combination;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;

class ChosenCombinationsTest {
  private final Registry registry = Registry.installed();
  private final List<Treatment> chosen = ChosenCombinations.of(registry);
  private final List<Treatment> possible =
      registry.combinations().stream()
          .filter(Combination::isPossible)
          .map(Combination::treatment)
          .toList();

  private static Set<String> pairs(List<Treatment> treatments, Axis one, Axis other) {
    return treatments.stream()
        .map(treatment -> treatment.on(one) + " " + treatment.on(other))
        .collect(Collectors.toSet());
  }

  @Test
  void everyStrategyIsAmongThem() {
    for (Axis axis : Axis.values()) {
      assertThat(chosen.stream().map(each -> each.on(axis).name()).distinct())
          .as(axis.key())
          .hasSameSizeAs(registry.providers(axis));
    }
  }

  @Test
  void everyPossiblePairOfLayoutAllocatorAndCompressionIsAmongThem() {
    assertThat(pairs(chosen, Axis.LAYOUT, Axis.ALLOCATOR))
        .isEqualTo(pairs(possible, Axis.LAYOUT, Axis.ALLOCATOR));
    assertThat(pairs(chosen, Axis.LAYOUT, Axis.COMPRESSION))
        .isEqualTo(pairs(possible, Axis.LAYOUT, Axis.COMPRESSION));
    assertThat(pairs(chosen, Axis.ALLOCATOR, Axis.COMPRESSION))
        .isEqualTo(pairs(possible, Axis.ALLOCATOR, Axis.COMPRESSION));
  }
}
