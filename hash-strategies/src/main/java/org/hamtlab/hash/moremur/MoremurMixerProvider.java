package org.hamtlab.hash.moremur;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code moremur}. */
public final class MoremurMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public MoremurMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("moremur");
  }

  @Override
  public String summary() {
    return "Pelle Evensen's successor of the 64-bit finaliser of MurmurHash3.";
  }

  @Override
  public String source() {
    return "Pelle Evensen, Stronger, better, morer, Moremur; a better Murmur3-type mixer (mostlymangling.blogspot.com, 2019)";
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
    return new MoremurMixer();
  }
}
