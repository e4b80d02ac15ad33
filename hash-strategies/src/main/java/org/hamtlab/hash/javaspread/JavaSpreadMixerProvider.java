package org.hamtlab.hash.javaspread;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code java-spread}. */
public final class JavaSpreadMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public JavaSpreadMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("java-spread");
  }

  @Override
  public String summary() {
    return "Xors the high half of the hash into the low half, as java.util.HashMap does.";
  }

  @Override
  public String source() {
    return "OpenJDK, java.util.HashMap#hash";
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
    return new JavaSpreadMixer();
  }
}
