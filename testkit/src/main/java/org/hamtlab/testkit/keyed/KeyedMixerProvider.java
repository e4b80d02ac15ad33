package org.hamtlab.testkit.keyed;

import java.security.SecureRandom;
import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code testkit.keyed}. */
public final class KeyedMixerProvider implements HashMixerProvider {

  /** Creates the provider. */
  public KeyedMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("testkit.keyed");
  }

  @Override
  public String summary() {
    return "Mixes with a secret that every family of maps has of its own; for tests.";
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
    return Traits.offering(Trait.KEYED);
  }

  @Override
  public HashMixer create(Settings settings) {
    return new KeyedMixer(new SecureRandom().nextLong());
  }
}
