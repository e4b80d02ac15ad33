package org.hamtlab.hash.prospector;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code lowbias32}. */
public final class LowBias32MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public LowBias32MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("lowbias32");
  }

  @Override
  public String summary() {
    return "Two multiplications with the low bias that a search over 32-bit finalisers found.";
  }

  @Override
  public String source() {
    return "Chris Wellons, hash-prospector (2018), README.md, lowbias32";
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
    return new LowBias32Mixer();
  }
}
