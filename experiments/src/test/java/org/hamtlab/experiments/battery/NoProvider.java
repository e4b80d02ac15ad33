package org.hamtlab.experiments.battery;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** A third party's mixer, a product and a shift, and the provider of functions made by tests. */
public final class NoProvider implements HashMixerProvider {
  /** Creates the provider. */
  public NoProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("acme.product");
  }

  @Override
  public String summary() {
    return "A product and a shift.";
  }

  @Override
  public String source() {
    return "acme";
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
    return hash -> hash * 0x9E3779B97F4A7C15L >>> 32;
  }
}
