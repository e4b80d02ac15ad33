package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.ChosenHash;
import org.hamtlab.testkit.chosen.ChosenMixerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys whose 64-bit hashes agree in exactly so many low bits, none to all. */
class ChosenHashTest {
  private static final long LOW = 0x2F0F_3355_A5C3_1E87L;
  private static final Registry REGISTRY = registry();

  private static Registry registry() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers = new ArrayList<>(List.of(new ChosenMixerProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    return Registry.of(providers, installed.presets());
  }

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String layout : List.of("tagged-int", "sealed-class")) {
      for (String order : List.of("low-first", "high-first")) {
        for (String compression : List.of("none", "lazy-expansion", "path")) {
          String assembly = order.equals("low-first") ? "fused" : "shared";
          phrases.add(
              "hash=testkit.chosen layout="
                  + layout
                  + "{hash-bits=64,bit-order="
                  + order
                  + "} allocator=checked{parent=freelist} compression="
                  + compression
                  + " assembly="
                  + assembly);
        }
      }
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void agreesWithHashMapHoweverManyBitsAgree(String phrase) {
    try (Hamt<Object, Object> map = Composition.of(REGISTRY, REGISTRY.resolve(phrase)).newMap()) {
      Map<Object, Object> expected = new HashMap<>();
      for (int bits = 0; bits <= Long.SIZE; bits++) {
        for (int number = 0; number < 2; number++) {
          Object key = new ChosenHash(bits == Long.SIZE ? LOW : LOW ^ 1L << bits, number);
          assertThat(map.put(key, bits)).isEqualTo(expected.put(key, bits));
        }
      }
      assertThat(new HashMap<>(map)).isEqualTo(expected);
      assertThat(map.shape().collisionNodes()).isEqualTo(Long.SIZE + 1);
      for (Object key : List.copyOf(expected.keySet())) {
        assertThat(map.remove(key)).isEqualTo(expected.remove(key));
        assertThat(new HashMap<>(map)).isEqualTo(expected);
      }
      assertThat(map.telemetry().slotsLive()).isZero();
    }
  }
}
