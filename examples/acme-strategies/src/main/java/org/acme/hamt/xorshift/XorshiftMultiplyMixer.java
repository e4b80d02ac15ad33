package org.acme.hamt.xorshift;

import org.hamtlab.spi.HashMixer;

/**
 * Folds the high half down, multiplies, and folds again.
 *
 * <p><b>Source.</b> George Marsaglia, Xorshift RNGs, 2003; the multiplier is 2^32 by the golden
 * ratio, made odd.
 */
public final class XorshiftMultiplyMixer implements HashMixer {
  private static final int GOLDEN = 0x9E3779B9;

  /** Creates the mixer. */
  public XorshiftMultiplyMixer() {}

  @Override
  public long mix(long hash) {
    int mixed = (int) hash;
    mixed = (mixed ^ mixed >>> 16) * GOLDEN;
    return (mixed ^ mixed >>> 15) & 0xFFFF_FFFFL;
  }
}
