package org.hamtlab.hash.murmur3;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code murmur3-fmix64}. */
public final class Murmur3Fmix64MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public Murmur3Fmix64MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("murmur3-fmix64");
  }

  @Override
  public String summary() {
    return "The 64-bit finaliser of MurmurHash3: full avalanche over 64 bits in two multiplications.";
  }

  @Override
  public String source() {
    return "Austin Appleby, MurmurHash3 (2011), smhasher, src/MurmurHash3.cpp, fmix64";
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
    return new Murmur3Fmix64Mixer();
  }
}
