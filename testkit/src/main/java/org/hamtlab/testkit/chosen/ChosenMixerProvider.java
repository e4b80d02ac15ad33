package org.hamtlab.testkit.chosen;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code testkit.chosen}. */
public final class ChosenMixerProvider implements HashMixerProvider {

  /** Creates the provider. */
  public ChosenMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("testkit.chosen");
  }

  @Override
  public String summary() {
    return "Takes all 64 bits of the hash from the key; for tests.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new ChosenMixer();
  }
}
