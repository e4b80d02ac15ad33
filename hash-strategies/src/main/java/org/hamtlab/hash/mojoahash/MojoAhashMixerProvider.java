package org.hamtlab.hash.mojoahash;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code mojo-ahash}. */
public final class MojoAhashMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public MojoAhashMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("mojo-ahash");
  }

  @Override
  public String summary() {
    return "The folded-multiply hash of mojo-hamt for one 64-bit integer.";
  }

  @Override
  public String source() {
    return "mojo-hamt; folded multiplication after aHash (tkaitchuck/aHash, src/fallback_hash.rs)";
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
    return new MojoAhashMixer();
  }
}
