package org.hamtlab.hash.identity;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code identity}. */
public final class IdentityMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public IdentityMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("identity");
  }

  @Override
  public String summary() {
    return "Leaves the hash as it is.";
  }

  @Override
  public String source() {
    return "hamtlab (null control)";
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
    return new IdentityMixer();
  }
}
