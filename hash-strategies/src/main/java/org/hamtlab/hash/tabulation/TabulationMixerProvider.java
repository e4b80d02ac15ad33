package org.hamtlab.hash.tabulation;

import java.util.List;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code tabulation}. */
public final class TabulationMixerProvider implements HashMixerProvider {
  private static final LongParameter SEED =
      new LongParameter("seed", "", Long.MIN_VALUE, Long.MAX_VALUE, 1, "Draws the tables.");

  /** Creates the provider. */
  public TabulationMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("tabulation");
  }

  @Override
  public String summary() {
    return "Xors eight random words, one from the table of each byte of the hash.";
  }

  @Override
  public String source() {
    return "Mihai Patrascu, Mikkel Thorup, The Power of Simple Tabulation Hashing (2012), doi:10.1145/2220357.2220361";
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
    return new TabulationMixer(settings.get(SEED));
  }
}
