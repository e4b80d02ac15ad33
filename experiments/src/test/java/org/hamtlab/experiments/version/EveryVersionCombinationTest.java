package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.composition.ChosenCombinations;
import org.hamtlab.experiments.composition.ContractCheck;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.VersionContract;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The versions of every combination of installed strategies keep the version contract, on demand:
 * with {@code -Dhamt.combinations=every}. What runs always is the covering array of all pairs. One
 * in six is fused, the others share their classes, which is the same code and faster to load.
 */
class EveryVersionCombinationTest {

  static List<Treatment> treatments() {
    List<Treatment> treatments = new ArrayList<>();
    boolean every = "every".equals(System.getProperty("hamt.combinations"));
    for (Treatment treatment : ChosenCombinations.of(Registry.installed())) {
      int number = Math.floorMod(treatment.phrase().hashCode(), 2);
      if (every || number == 0) {
        boolean isFused = treatments.size() % 6 == 0;
        treatments.add(treatment.with(isFused ? AssemblyMode.FUSED : AssemblyMode.SHARED));
      }
    }
    return treatments;
  }

  @EnabledIfSystemProperty(named = "hamt.combinations", matches = "every")
  @ParameterizedTest
  @MethodSource("treatments")
  void keepsTheVersionContract(Treatment treatment) {
    Composition composition = Composition.of(Registry.installed(), treatment);
    VersionContract contract =
        new VersionContract() {
          @Override
          protected PersistentHamt<Object, Object> newVersion() {
            return composition.newPersistentMap();
          }
        };
    // The longest tests take most of the time; one combination in 24 runs them.
    boolean isChosen = Math.floorMod(treatment.phrase().hashCode(), 24) == 0;
    // Under one hash for all keys versions share no structure that could bound a cost.
    boolean isConstant = treatment.hash().name().equals("constant");
    int kept =
        ContractCheck.of(
                VersionContract.class,
                contract,
                test ->
                    (isChosen || !isLong(test.getName()))
                        && !(isConstant && test.getName().startsWith("algebraCosts")))
            .requireAll();
    assertThat(kept).as("tests that need no mixer which separates keys").isGreaterThan(80);
  }

  private static boolean isLong(String test) {
    return test.startsWith("algebraAgrees")
        || test.startsWith("manyThreads")
        || test.equals("traversalTakesLittleHeap");
  }
}
