package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.testkit.ChosenGenerations;
import org.hamtlab.testkit.ChosenHash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys whose 64-bit hashes agree in exactly so many low bits, none to all, and beyond. */
class ChosenHashVersionTest {
  private static final long LOW = 0x2F0F_3355_A5C3_1E87L;
  private static final int[] BITS = {0, 5, 10, 25, 30, 31, 32, 60, 64};

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String layout : List.of("tagged-int", "sealed-class")) {
      for (String bits : List.of("32", "60", "64")) {
        for (String order : List.of("low-first", "high-first")) {
          String compression = order.equals("low-first") ? "path" : "none";
          phrases.add(
              "hash=testkit.chosen layout="
                  + layout
                  + "{hash-bits="
                  + bits
                  + ",bit-order="
                  + order
                  + "} allocator=checked{parent=freelist} assembly=shared compression="
                  + compression);
        }
      }
    }
    for (String compression : List.of("none", "lazy-expansion")) {
      phrases.add(
          "hash=testkit.chosen layout=champ allocator=gc assembly=fused compression="
              + compression);
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void everyVersionHoldsItsKeysHoweverManyBitsAgree(String phrase) {
    List<Object> keys = new ArrayList<>();
    for (int bits : BITS) {
      for (int number = 0; number < 3; number++) {
        keys.add(new ChosenHash(bits == Long.SIZE ? LOW : LOW ^ 1L << bits, number));
        keys.add(new ChosenHash(bits == Long.SIZE ? LOW : LOW ^ Long.MIN_VALUE >>> bits, number));
      }
    }
    comesAndGoes(phrase, keys);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void everyVersionHoldsKeysWhoseHashesAgreeForGenerations(String phrase) {
    List<Object> keys = new ArrayList<>();
    for (int generations = 0; generations < 6; generations++) {
      for (int number = 0; number < 3; number++) {
        keys.add(new ChosenGenerations(LOW, generations, number));
      }
    }
    comesAndGoes(phrase, keys);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void onlyKeysThatAgreeInAllGenerationsCollide(String phrase) {
    PersistentHamt<Object, Object> version = TestRegistry.version(phrase);
    for (int agreeing = 0; agreeing < 6; agreeing++) {
      PersistentHamt<Object, Object> alike = version;
      for (int number = 0; number < 3; number++) {
        alike = alike.put(new ChosenGenerations(LOW, agreeing, number), number);
      }
      boolean isExhausted = agreeing >= ContentMixer.GENERATIONS;
      assertThat(alike.shape().collisionNodes()).isEqualTo(isExhausted ? 1 : 0);
      int deepest = ContentMixer.GENERATIONS * 64 / 5 + ContentMixer.GENERATIONS;
      assertThat(alike.shape().maxDepth()).isLessThanOrEqualTo(deepest);
    }
  }

  private static void comesAndGoes(String phrase, List<Object> keys) {
    List<PersistentHamt<Object, Object>> versions = new ArrayList<>();
    List<Map<Object, Object>> models = new ArrayList<>();
    PersistentHamt<Object, Object> version = TestRegistry.version(phrase);
    PersistentHamt<Object, Object> empty = version;
    Map<Object, Object> model = new HashMap<>();
    for (Object key : keys) {
      version = version.put(key, "v" + key);
      model.put(key, "v" + key);
      versions.add(version);
      models.add(new HashMap<>(model));
    }
    PersistentHamt<Object, Object> all = version;
    for (Object key : keys) {
      version = version.remove(key);
      model.remove(key);
      versions.add(version);
      models.add(new HashMap<>(model));
    }
    assertThat(version.isEmpty()).isTrue();
    // Whatever the policy of collisions, a path has its digits, and a few more a generation.
    assertThat(all.shape().maxDepth()).isLessThan(200);
    for (int number = 0; number < versions.size(); number++) {
      PersistentHamt<Object, Object> each = versions.get(number);
      assertThat(each.asMap()).isEqualTo(models.get(number));
      assertThat(empty.putAll(models.get(number)).equals(each)).isTrue();
      assertThat(all.union(each).equals(all)).isTrue();
      assertThat(each.union(all).equals(all)).isTrue();
      assertThat(all.intersection(each).equals(each)).isTrue();
      assertThat(each.difference(all).isEmpty()).isTrue();
      assertThat(all.difference(each).size()).isEqualTo(all.size() - each.size());
      assertThat(all.diff(each).added()).hasSize(all.size() - each.size());
    }
  }
}
