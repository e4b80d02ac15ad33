package org.hamtlab.experiments.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.chosen.ChosenMixerProvider;

/** What is installed, and the strategies of the testkit. */
final class TestRegistry {
  private static final Registry REGISTRY = registry();

  private TestRegistry() {}

  /** An empty version of a composition. */
  static <K, V> PersistentHamt<K, V> version(String phrase) {
    return Composition.of(REGISTRY, REGISTRY.resolve(phrase)).newPersistentMap();
  }

  private static Registry registry() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers = new ArrayList<>(List.of(new ChosenMixerProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    return Registry.of(providers, installed.presets());
  }
}
