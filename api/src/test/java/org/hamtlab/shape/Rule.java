package org.hamtlab.shape;

import org.hamtlab.spi.PathCompression;

/**
 * The three compressions, and bounded ones.
 *
 * @param isLazy whether a lone entry stands as high as it may
 * @param longest the longest run that is skipped at once
 */
record Rule(boolean isLazy, int longest) implements PathCompression {
  static final Rule NONE = new Rule(false, 0);
  static final Rule LAZY = new Rule(true, 0);
  static final Rule PATH = new Rule(true, 64);

  boolean isSkipping() {
    return longest > 0;
  }

  @Override
  public int expand(int level, int lastLevel) {
    return isLazy ? level : lastLevel;
  }

  @Override
  public int collapse(int run) {
    return Math.min(run, longest);
  }

  @Override
  public boolean restores() {
    return true;
  }
}
