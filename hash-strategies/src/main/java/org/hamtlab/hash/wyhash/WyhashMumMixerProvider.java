package org.hamtlab.hash.wyhash;

import java.util.List;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code wyhash-mum}. */
public final class WyhashMumMixerProvider implements HashMixerProvider {
  private static final LongParameter SEED =
      new LongParameter(
          "seed", "", Long.MIN_VALUE, Long.MAX_VALUE, 0, "The second operand of the function.");

  /** Creates the provider. */
  public WyhashMumMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("wyhash-mum");
  }

  @Override
  public String summary() {
    return "The integer hash of wyhash: two 128-bit products, the second folded by xor.";
  }

  @Override
  public String source() {
    return "Wang Yi, wyhash final version 4.2, wangyi-fudan/wyhash, wyhash.h, wyhash64";
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
    return new WyhashMumMixer(settings.get(SEED));
  }
}
