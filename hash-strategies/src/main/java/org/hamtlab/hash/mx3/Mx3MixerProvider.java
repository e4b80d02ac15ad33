package org.hamtlab.hash.mx3;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code mx3}. */
public final class Mx3MixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public Mx3MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("mx3");
  }

  @Override
  public String summary() {
    return "Three multiplications by one constant, with xorshifts of 32 and 29 bits between them.";
  }

  @Override
  public String source() {
    return "Jon Maiga, mx3 (2020), jonmaiga/mx3, mx3.h, mix";
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
    return new Mx3Mixer();
  }
}
