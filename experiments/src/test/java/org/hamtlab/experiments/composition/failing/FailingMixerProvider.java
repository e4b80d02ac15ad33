package org.hamtlab.experiments.composition.failing;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides a mixer that cannot be created, or cannot mix: a plug-in with a fault. */
public final class FailingMixerProvider implements HashMixerProvider {
  private static final ChoiceParameter HOW =
      new ChoiceParameter(
          "how",
          "",
          List.of("throws", "links-badly", "gives-null", "mixes-badly"),
          "throws",
          "The fault.");

  /** Creates the provider. */
  public FailingMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("test.failing");
  }

  @Override
  public String summary() {
    return "Has a fault.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(HOW);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return switch (settings.get(HOW)) {
      case "throws" -> throw new IllegalStateException("no mixer today");
      case "links-badly" -> throw new NoClassDefFoundError("acme/Missing");
      case "gives-null" -> null;
      default ->
          hash -> {
            if (hash == 13) {
              throw new ArithmeticException("unlucky");
            }
            return hash;
          };
    };
  }
}
