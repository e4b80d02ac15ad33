package org.hamtlab.hash.prospector;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Three multiplications, by published bias as good as a random permutation of 32 bits.
 *
 * <p><b>Cost.</b> Three multiplications and four xorshifts.
 *
 * <p><b>Source.</b> Chris Wellons, hash-prospector (2018), README.md, triple32.
 */
public final class Triple32Mixer implements InvertibleMixer {
  private static final int FIRST = 0xed5ad4bb;
  private static final int SECOND = 0xac4c1b51;
  private static final int THIRD = 0x31848bab;

  /** Creates the mixer. */
  public Triple32Mixer() {}

  @Override
  public long mix(long hash) {
    int mixed = (int) hash;
    mixed = (mixed ^ mixed >>> 17) * FIRST;
    mixed = (mixed ^ mixed >>> 11) * SECOND;
    mixed = (mixed ^ mixed >>> 15) * THIRD;
    return (mixed ^ mixed >>> 14) & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    int hash = Inverses.xorShift((int) mixed, 14);
    hash = Inverses.xorShift(hash * Inverses.odd(THIRD), 15);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 11);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 17);
    return hash & 0xFFFF_FFFFL;
  }
}
