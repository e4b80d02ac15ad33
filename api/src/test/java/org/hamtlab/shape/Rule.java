package org.hamtlab.shape;

import org.hamtlab.spi.PathCompression;

/**
 * The three compressions, and bounded ones.
 *
 * @param slack how many levels deeper than need be a lone entry stands
 * @param shortest the shortest run that is skipped
 * @param longest the longest run that is skipped at once
 */
record Rule(int slack, int shortest, int longest) implements PathCompression {
  static final Rule NONE = new Rule(64, 1, 0);
  static final Rule LAZY = new Rule(0, 1, 0);
  static final Rule PATH = new Rule(0, 1, 64);

  @Override
  public int expand(int level, int lastLevel) {
    return Math.min(level + slack, lastLevel);
  }

  @Override
  public int collapse(int run) {
    return run < shortest ? 0 : Math.min(run, longest);
  }

  @Override
  public boolean restores() {
    return true;
  }
}
