package org.hamtlab.hash.supplemental;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code supplemental}. */
public final class SupplementalMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public SupplementalMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("supplemental");
  }

  @Override
  public String summary() {
    return "The xors of shifts with which java.util.HashMap guarded itself before Java 8.";
  }

  @Override
  public String source() {
    return "OpenJDK 6, java.util.HashMap#hash(int)";
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
    return new SupplementalMixer();
  }
}
