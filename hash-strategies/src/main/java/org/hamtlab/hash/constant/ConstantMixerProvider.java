package org.hamtlab.hash.constant;

import java.util.List;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code constant}. */
public final class ConstantMixerProvider implements HashMixerProvider {
  private static final LongParameter VALUE =
      new LongParameter(
          "value", "", Long.MIN_VALUE, Long.MAX_VALUE, 0, "The hash that every key gets.");

  /** Creates the provider. */
  public ConstantMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("constant");
  }

  @Override
  public String summary() {
    return "Gives every key the same hash: the control that every instrument must catch.";
  }

  @Override
  public String source() {
    return "hamtlab (bad control)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(VALUE);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new ConstantMixer(settings.get(VALUE));
  }
}
