package org.hamtlab.hash.fxhash;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code fxhash}. */
public final class FxHashMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public FxHashMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("fxhash");
  }

  @Override
  public String summary() {
    return "The hash of rustc and Firefox for one word: a product by one constant.";
  }

  @Override
  public String source() {
    return "rust-lang/rustc-hash 1.2, src/lib.rs, FxHasher of 64 bits";
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
    return new FxHashMixer();
  }
}
