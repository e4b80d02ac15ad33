package org.hamtlab.spi;

import org.hamtlab.config.Settings;

/** Provides a {@link PathCompression}: axis {@code compression}. */
public interface PathCompressionProvider extends StrategyProvider {

  /** Creates the compression that all maps of one composition share. */
  PathCompression create(Settings settings);
}
