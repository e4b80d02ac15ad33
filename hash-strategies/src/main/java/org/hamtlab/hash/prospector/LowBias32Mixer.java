package org.hamtlab.hash.prospector;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Two multiplications with the low bias that a search over 32-bit finalisers found.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Chris Wellons, hash-prospector (2018), README.md, lowbias32.
 */
public final class LowBias32Mixer implements InvertibleMixer {
  private static final int FIRST = 0x7feb352d;
  private static final int SECOND = 0x846ca68b;

  /** Creates the mixer. */
  public LowBias32Mixer() {}

  @Override
  public long mix(long hash) {
    int mixed = (int) hash;
    mixed = (mixed ^ mixed >>> 16) * FIRST;
    mixed = (mixed ^ mixed >>> 15) * SECOND;
    return (mixed ^ mixed >>> 16) & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    int hash = Inverses.xorShift((int) mixed, 16);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 15);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 16);
    return hash & 0xFFFF_FFFFL;
  }
}
