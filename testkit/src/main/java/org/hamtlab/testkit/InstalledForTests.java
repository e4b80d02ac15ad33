package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.bounded.BoundedCompressionProvider;
import org.hamtlab.testkit.chosen.ChosenMixerProvider;
import org.hamtlab.testkit.keyed.KeyedMixerProvider;

/** The strategies that are installed, and those of the testkit. */
public final class InstalledForTests {
  private static Registry known;
  private static Registry assembled;

  private InstalledForTests() {}

  /** The registry that has them all, as the context class loader sees them. */
  public static synchronized Registry registry() {
    Registry installed = Registry.installed();
    if (installed != known) {
      assembled = withOwn(installed);
      known = installed;
    }
    return assembled;
  }

  private static Registry withOwn(Registry installed) {
    List<StrategyProvider> providers = new ArrayList<>();
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    for (StrategyProvider own :
        List.of(
            new ChosenMixerProvider(),
            new KeyedMixerProvider(),
            new BoundedCompressionProvider())) {
      if (providers.stream().noneMatch(each -> each.id().equals(own.id()))) {
        providers.add(own);
      }
    }
    return Registry.of(providers, installed.presets());
  }
}
