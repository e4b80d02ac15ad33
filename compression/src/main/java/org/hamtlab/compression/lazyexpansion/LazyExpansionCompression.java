package org.hamtlab.compression.lazyexpansion;

import org.hamtlab.spi.PathCompression;

/**
 * Stores an entry at the first level where it stands alone.
 *
 * <p><b>Source.</b> Phil Bagwell, Ideal Hash Trees (2001).
 */
public final class LazyExpansionCompression implements PathCompression {
  /** Creates the compression. */
  public LazyExpansionCompression() {}

  @Override
  public int expand(int level, int lastLevel) {
    return level;
  }

  @Override
  public int collapse(int run) {
    return 0;
  }

  @Override
  public boolean restores() {
    return true;
  }
}
