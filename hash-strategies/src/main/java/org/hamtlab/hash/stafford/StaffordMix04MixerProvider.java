package org.hamtlab.hash.stafford;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code stafford-mix04}. */
public final class StaffordMix04MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public StaffordMix04MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("stafford-mix04");
  }

  @Override
  public String summary() {
    return "Variant 4 of David Stafford's 64-bit finalisers, the one of SplittableRandom#nextInt.";
  }

  @Override
  public String source() {
    return "David Stafford, Better Bit Mixing (2011), Mix04; OpenJDK, java.util.SplittableRandom#mix32";
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
    return new StaffordMix04Mixer();
  }
}
