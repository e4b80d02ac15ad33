package org.hamtlab.hash.splitmix;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code splitmix64}. */
public final class SplitMix64MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public SplitMix64MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("splitmix64");
  }

  @Override
  public String summary() {
    return "The first output of a SplitMix64 generator that is seeded with the hash.";
  }

  @Override
  public String source() {
    return "Guy Steele, Doug Lea, Christine Flood, Fast Splittable Pseudorandom Number Generators (2014), doi:10.1145/2660193.2660195; OpenJDK, java.util.SplittableRandom";
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
    return new SplitMix64Mixer();
  }
}
