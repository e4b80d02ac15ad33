package org.acme.hamt.xorshift;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code acme.xorshift-multiply}. */
public final class XorshiftMultiplyMixerProvider implements HashMixerProvider {

  /** Creates the provider. */
  public XorshiftMultiplyMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("acme.xorshift-multiply");
  }

  @Override
  public String summary() {
    return "Folds the high half down, multiplies once, and folds again.";
  }

  @Override
  public String source() {
    return "George Marsaglia, Xorshift RNGs, Journal of Statistical Software 8(14), 2003";
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
    return new XorshiftMultiplyMixer();
  }
}
