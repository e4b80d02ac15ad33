package org.hamtlab.hash.xxhash;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code xxh3-avalanche}. */
public final class Xxh3AvalancheMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public Xxh3AvalancheMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("xxh3-avalanche");
  }

  @Override
  public String summary() {
    return "The last step of XXH3: one multiplication, meant for hashes that are mixed already.";
  }

  @Override
  public String source() {
    return "Yann Collet, xxHash, Cyan4973/xxHash, xxhash.h, XXH3_avalanche";
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
    return new Xxh3AvalancheMixer();
  }
}
