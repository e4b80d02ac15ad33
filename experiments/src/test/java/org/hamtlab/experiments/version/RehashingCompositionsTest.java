package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hamtlab.assembly.Composition;
import org.hamtlab.experiments.composition.ContractCheck;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.MapContract;
import org.hamtlab.testkit.VersionContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Maps and versions whose keys go on to a second, third and fourth hash, or whose mixer keeps a
 * secret, keep the contracts, whatever the layout and the compression. What composes anew by a
 * phrase is left out: it composes what is installed.
 */
class RehashingCompositionsTest {

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String layout :
        List.of(
            "tagged-int allocator=checked{parent=freelist}",
            "sealed-class allocator=checked{parent=freelist}",
            "sealed-class allocator=gc",
            "champ allocator=gc")) {
      for (String compression :
          List.of("none", "lazy-expansion", "path", "testkit.bounded{floor=3,longest=0}")) {
        String phrase = "layout=" + layout + " compression=" + compression;
        phrases.add("hash=testkit.chosen assembly=shared " + phrase);
        if (compression.equals("lazy-expansion")) {
          phrases.add("hash=testkit.chosen build=parallel assembly=fused " + phrase);
          phrases.add("hash=testkit.keyed build=bottom-up assembly=fused " + phrase);
        }
      }
    }
    phrases.removeIf(phrase -> !TestRegistry.isPossible(phrase));
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void versionsKeepTheirContract(String phrase) {
    Composition composition = TestRegistry.composition(phrase);
    VersionContract contract =
        new VersionContract() {
          @Override
          protected PersistentHamt<Object, Object> newVersion() {
            return composition.newPersistentMap();
          }
        };
    keeps(contract, VersionContract.class);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void mapsKeepTheirContract(String phrase) {
    Composition composition = TestRegistry.composition(phrase);
    MapContract contract =
        new MapContract() {
          @Override
          protected Hamt<Object, Object> newMap() {
            return composition.newMap();
          }
        };
    keeps(contract, MapContract.class);
  }

  private static boolean composesWhatIsInstalled(Method test) {
    return test.getDeclaringClass().getSimpleName().contains("Serialization")
        || Set.of("collectsStreams", "aMapBecomesAVersion", "copiesMaps").contains(test.getName());
  }

  private static void keeps(Object contract, Class<?> type) {
    int kept =
        ContractCheck.of(type, contract, test -> !composesWhatIsInstalled(test)).requireAll();
    assertThat(kept).as("tests that were kept").isGreaterThan(30);
  }
}
