package org.hamtlab.spi;

import org.hamtlab.config.Settings;

/** Provides a {@link NodeLayout}: axis {@code layout}. */
public interface NodeLayoutProvider extends StrategyProvider {

  /**
   * Creates the layout of one map.
   *
   * @param settings the values of its parameters
   * @param allocators creates the allocator of its memory
   * @return an {@link IntNodeLayout} or an {@link ObjectNodeLayout}
   */
  NodeLayout create(Settings settings, AllocatorFactory allocators);
}
