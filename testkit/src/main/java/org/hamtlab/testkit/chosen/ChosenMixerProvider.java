package org.hamtlab.testkit.chosen;

import java.util.List;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code testkit.chosen}. */
public final class ChosenMixerProvider implements HashMixerProvider {
  private static final IntParameter HASHES =
      new IntParameter(
          "generations",
          "hashes",
          1,
          ContentMixer.GENERATIONS,
          ContentMixer.GENERATIONS,
          "How many hashes tell keys apart before they share a collision node.");

  /** Creates the provider. */
  public ChosenMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("testkit.chosen");
  }

  @Override
  public String summary() {
    return "Takes all 64 bits of the hash from the key; for tests.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(HASHES);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new ChosenMixer(settings.get(HASHES));
  }
}
