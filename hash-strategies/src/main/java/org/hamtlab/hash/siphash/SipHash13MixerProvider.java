package org.hamtlab.hash.siphash;

import java.util.List;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code siphash-1-3}. */
public final class SipHash13MixerProvider implements HashMixerProvider {
  private static final LongParameter SECRET =
      new LongParameter(
          "secret",
          "",
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          0,
          "Expands to the key of 128 bits; 0 is the key of the published vectors, 00 01 to 0f.");

  /** Creates the provider. */
  public SipHash13MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("siphash-1-3");
  }

  @Override
  public String summary() {
    return "SipHash with 1 round a word and 3 at the end, over the content of the key.";
  }

  @Override
  public String source() {
    return "Jean-Philippe Aumasson, Daniel Bernstein, SipHash: a fast short-input PRF (2012), doi:10.1007/978-3-642-34931-7_28";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SECRET);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return SipHashMixer.of(1, 3, settings.get(SECRET));
  }
}
