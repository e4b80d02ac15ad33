package org.hamtlab.hash.rapidhash;

import java.util.List;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code rapidhash-mum}. */
public final class RapidhashMumMixerProvider implements HashMixerProvider {
  private static final LongParameter SEED =
      new LongParameter("seed", "", Long.MIN_VALUE, Long.MAX_VALUE, 0, "The seed of the function.");

  /** Creates the provider. */
  public RapidhashMumMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("rapidhash-mum");
  }

  @Override
  public String summary() {
    return "What rapidhash makes of the eight bytes of the hash: two 128-bit products.";
  }

  @Override
  public String source() {
    return "Nicolas De Carli, rapidhash V3 (2025), Nicoshev/rapidhash, rapidhash.h, rapidhash_internal for 8 bytes";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SEED);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new RapidhashMumMixer(settings.get(SEED));
  }
}
