package org.hamtlab.spi;

import org.hamtlab.config.Settings;

/** Provides a {@link PathCompression}: axis {@code compression}. */
public interface PathCompressionProvider extends StrategyProvider {

  /** Creates the compression of one map. */
  PathCompression create(Settings settings);
}
