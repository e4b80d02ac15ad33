package org.hamtlab.hash.siphash;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code siphash-2-4}. */
public final class SipHash24MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public SipHash24MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("siphash-2-4");
  }

  @Override
  public String summary() {
    return "SipHash with 2 rounds a word and 4 at the end, over the content of the key.";
  }

  @Override
  public String source() {
    return "Jean-Philippe Aumasson, Daniel Bernstein, SipHash: a fast short-input PRF (2012), doi:10.1007/978-3-642-34931-7_28";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return SipHashKey.parameters();
  }

  @Override
  public Traits traits(Settings settings) {
    return SipHashKey.traits(settings);
  }

  @Override
  public HashMixer create(Settings settings) {
    return SipHashKey.mixer(2, 4, settings);
  }
}
