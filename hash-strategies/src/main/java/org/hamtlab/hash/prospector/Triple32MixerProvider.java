package org.hamtlab.hash.prospector;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code triple32}. */
public final class Triple32MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public Triple32MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("triple32");
  }

  @Override
  public String summary() {
    return "Three multiplications, by published bias as good as a random permutation of 32 bits.";
  }

  @Override
  public String source() {
    return "Chris Wellons, hash-prospector (2018), README.md, triple32";
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
    return new Triple32Mixer();
  }
}
