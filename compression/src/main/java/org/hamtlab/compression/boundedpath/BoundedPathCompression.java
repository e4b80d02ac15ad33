package org.hamtlab.compression.boundedpath;

import org.hamtlab.spi.PathCompression;

/**
 * Stores an entry at the first level where it stands alone, and lets one branch skip so many levels
 * at most.
 *
 * <p><b>Shape.</b> Seen from below, a run of single-child levels keeps one branch above every
 * {@code skip} levels that are skipped.
 *
 * <p><b>Cost.</b> One compressed branch in place of {@code skip + 1} branches of a run.
 *
 * <p><b>Source.</b> Leis, Kemper, Neumann, The Adaptive Radix Tree, ICDE 2013,
 * doi:10.1109/ICDE.2013.6544812, section III.E: prefixes of bounded length.
 *
 * <p><b>Deviations.</b> There prefixes beyond the bound are skipped unchecked; here they are kept
 * by further branches.
 */
public final class BoundedPathCompression implements PathCompression {
  private final int skip;
  private final boolean restores;

  /**
   * Creates the compression.
   *
   * @param skip the most levels that one branch skips
   * @param restores whether removal restores the shape
   */
  public BoundedPathCompression(int skip, boolean restores) {
    this.skip = skip;
    this.restores = restores;
  }

  @Override
  public int expand(int level, int lastLevel) {
    return level;
  }

  @Override
  public int collapse(int run) {
    return Math.min(run, skip);
  }

  @Override
  public boolean restores() {
    return restores;
  }
}
