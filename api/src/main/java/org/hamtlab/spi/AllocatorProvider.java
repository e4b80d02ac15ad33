package org.hamtlab.spi;

import org.hamtlab.config.Settings;

/** Provides an {@link Allocator}: axis {@code allocator}. */
public interface AllocatorProvider extends StrategyProvider {

  /**
   * Creates the allocator of one map.
   *
   * @param settings the values of its parameters
   * @param context the memory below it and the parents that its settings name
   */
  Allocator create(Settings settings, AllocatorContext context);
}
