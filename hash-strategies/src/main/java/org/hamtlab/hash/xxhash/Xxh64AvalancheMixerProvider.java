package org.hamtlab.hash.xxhash;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code xxh64-avalanche}. */
public final class Xxh64AvalancheMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public Xxh64AvalancheMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("xxh64-avalanche");
  }

  @Override
  public String summary() {
    return "The last step of XXH64: full avalanche over 64 bits in two multiplications.";
  }

  @Override
  public String source() {
    return "Yann Collet, xxHash, Cyan4973/xxHash, xxhash.h, XXH64_avalanche";
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
    return new Xxh64AvalancheMixer();
  }
}
