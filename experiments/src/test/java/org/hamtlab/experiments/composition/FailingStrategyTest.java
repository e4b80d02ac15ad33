package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.composition.failing.FailingMixerProvider;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plug-in that fails when its strategy is created, or when it works. */
class FailingStrategyTest {
  private static final Registry REGISTRY = registry();

  private static Registry registry() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers = new ArrayList<>(List.of(new FailingMixerProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    return Registry.of(providers, installed.presets());
  }

  private static Hamt<Object, Object> map(String how, String assembly) {
    String phrase = "hash=test.failing{how=" + how + "} assembly=" + assembly;
    return Composition.of(REGISTRY, REGISTRY.resolve(phrase)).newMap();
  }

  @ParameterizedTest
  @CsvSource({
    "throws, no mixer today",
    "links-badly, acme/Missing",
    "gives-null, was created as null"
  })
  void isNamedWithWhatItDidAndWhatToDo(String how, String what) {
    for (String assembly : List.of("fused", "shared")) {
      assertThatThrownBy(() -> map(how, assembly))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("hash: 'test.failing{how=" + how + "}'")
          .hasMessageContaining(what)
          .hasMessageContaining("Mend ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fused", "shared"})
  void leavesTheMapAsItWasWhenItFailsInside(String assembly) {
    try (Hamt<Object, Object> map = map("mixes-badly", assembly)) {
      map.put(12, "a");
      map.put(14, "b");
      assertThatThrownBy(() -> map.put(13, "c")).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> map.remove(13)).isInstanceOf(ArithmeticException.class);
      assertThat((Map<Object, Object>) map).isEqualTo(Map.of(12, "a", 14, "b"));
    }
  }
}
