package org.hamtlab.compression.none;

import org.hamtlab.spi.PathCompression;

/**
 * Stores every entry at the last level: no lazy expansion, no path compression.
 *
 * <p><b>Cost.</b> One branch a level above every entry, and nothing to decide on the way.
 *
 * <p><b>Source.</b> mojo-hamt; hamtlab (null and bad control).
 */
public final class NoneCompression implements PathCompression {
  /** Creates the compression. */
  public NoneCompression() {}

  @Override
  public int expand(int level, int lastLevel) {
    return lastLevel;
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
