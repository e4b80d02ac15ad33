package org.hamtlab.testkit.bounded;

import org.hamtlab.spi.PathCompression;

/**
 * Expands lazily from a level on, and skips so many levels at once.
 *
 * <p><b>Shape.</b> An entry stands at its level, but never above {@code floor}; a run of
 * single-child levels keeps one branch after every {@code longest} levels that are skipped.
 *
 * <p><b>Source.</b> hamtlab.
 */
public final class BoundedCompression implements PathCompression {
  private final int floor;
  private final int longest;
  private final boolean restores;

  /**
   * Creates the compression.
   *
   * @param floor the first level at which entries stand
   * @param longest the most levels that one branch skips
   * @param restores whether removal restores the shape
   */
  public BoundedCompression(int floor, int longest, boolean restores) {
    this.floor = floor;
    this.longest = longest;
    this.restores = restores;
  }

  @Override
  public int expand(int level, int lastLevel) {
    return Math.max(level, Math.min(floor, lastLevel));
  }

  @Override
  public int collapse(int run) {
    return Math.min(run, longest);
  }

  @Override
  public boolean restores() {
    return restores;
  }
}
