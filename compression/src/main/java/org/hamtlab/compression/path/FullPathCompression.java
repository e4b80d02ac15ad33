package org.hamtlab.compression.path;

import org.hamtlab.spi.PathCompression;

/**
 * Lazy expansion, and one branch in place of a run of single-child levels.
 *
 * <p><b>Cost.</b> A compressed branch keeps the path bits that it skips and a look-up compares
 * them; an update may split a run, or join two.
 *
 * <p><b>Source.</b> Donald R. Morrison, PATRICIA, J. ACM 15(4), 1968, doi:10.1145/321479.321481.
 */
public final class FullPathCompression implements PathCompression {
  /** Creates the compression. */
  public FullPathCompression() {}

  @Override
  public int expand(int level, int lastLevel) {
    return level;
  }

  @Override
  public int collapse(int run) {
    return run;
  }

  @Override
  public boolean restores() {
    return true;
  }
}
