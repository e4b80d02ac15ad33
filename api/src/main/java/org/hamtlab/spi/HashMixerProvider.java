package org.hamtlab.spi;

import org.hamtlab.config.Settings;

/** Provides a {@link HashMixer}: axis {@code hash}. */
public interface HashMixerProvider extends StrategyProvider {

  /**
   * Creates the mixer of a composition. A strategy whose traits for these settings offer {@link
   * org.hamtlab.config.Trait#KEYED} is created once for each family of maps, with a secret of its
   * own each time; maps of different families are then merged and compared entry by entry.
   */
  HashMixer create(Settings settings);
}
