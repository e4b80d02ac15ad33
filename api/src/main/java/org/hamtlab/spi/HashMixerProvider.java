package org.hamtlab.spi;

import org.hamtlab.config.Settings;

/** Provides a {@link HashMixer}: axis {@code hash}. */
public interface HashMixerProvider extends StrategyProvider {

  /** Creates the mixer of a composition. */
  HashMixer create(Settings settings);
}
