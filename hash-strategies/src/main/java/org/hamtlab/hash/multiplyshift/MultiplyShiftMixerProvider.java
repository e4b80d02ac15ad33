package org.hamtlab.hash.multiplyshift;

import java.util.List;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code multiply-shift}. */
public final class MultiplyShiftMixerProvider implements HashMixerProvider {
  private static final LongParameter SEED =
      new LongParameter(
          "seed", "", Long.MIN_VALUE, Long.MAX_VALUE, 1, "Draws the odd number of the product.");
  private static final IntParameter BITS =
      new IntParameter(
          "bits", "bits", 1, 64, 32, "How many of the product's highest bits are the hash.");

  /** Creates the provider. */
  public MultiplyShiftMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("multiply-shift");
  }

  @Override
  public String summary() {
    return "The highest bits of the product with a random odd number: a universal family.";
  }

  @Override
  public String source() {
    return "Martin Dietzfelbinger, Torben Hagerup, Jyrki Katajainen, Martti Penttonen, A Reliable Randomized Algorithm for the Closest-Pair Problem (1997), doi:10.1006/jagm.1997.0873";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SEED, BITS);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new MultiplyShiftMixer(settings.get(SEED), settings.get(BITS));
  }
}
