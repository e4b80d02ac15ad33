package org.hamtlab.hash.multiplyshift;

import java.util.List;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code fibonacci}. */
public final class FibonacciMixerProvider implements HashMixerProvider {
  private static final IntParameter BITS =
      new IntParameter(
          "bits", "bits", 1, 64, 32, "How many of the product's highest bits are the hash.");

  /** Creates the provider. */
  public FibonacciMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("fibonacci");
  }

  @Override
  public String summary() {
    return "The highest bits of the product with 2^64 over the golden ratio.";
  }

  @Override
  public String source() {
    return "Donald Knuth, The Art of Computer Programming 3 (1973), 6.4, multiplicative hashing";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(BITS);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new FibonacciMixer(settings.get(BITS));
  }
}
