package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.MapContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every combination of installed strategies keeps the map contract, on demand: with {@code
 * -Dhamt.combinations=every}. What runs always is the covering array of all pairs, with parameters.
 * One in six is fused, the others share their classes, which is the same code and faster to load.
 */
class EveryCombinationTest {

  static List<Treatment> treatments() {
    List<Treatment> treatments = new ArrayList<>();
    for (Treatment treatment : ChosenCombinations.of(Registry.installed())) {
      boolean isFused = treatments.size() % 6 == 0;
      treatments.add(treatment.with(isFused ? AssemblyMode.FUSED : AssemblyMode.SHARED));
    }
    return treatments;
  }

  @EnabledIfSystemProperty(named = "hamt.combinations", matches = "every")
  @ParameterizedTest
  @MethodSource("treatments")
  void keepsTheMapContract(Treatment treatment) {
    // A mixer that gives every key one hash makes a list; large maps of it tell nothing new.
    boolean isList = treatment.hash().name().equals("constant");
    Composition composition = Composition.of(Registry.installed(), treatment);
    MapContract contract =
        new MapContract() {
          @Override
          protected Hamt<Object, Object> newMap() {
            return composition.newMap();
          }
        };
    ContractCheck.of(
            MapContract.class,
            contract,
            test -> !(isList && test.getName().startsWith("givesEverySlotBack")))
        .requireAll();
  }

  @Test
  void everyImpossibleCombinationHasAReason() {
    assertThat(Registry.installed().combinations())
        .filteredOn(combination -> !combination.isPossible())
        .isNotEmpty()
        .allSatisfy(combination ->
            assertThat(combination.exclusion().orElseThrow()).contains(" needs ", " offers "));
  }
}
