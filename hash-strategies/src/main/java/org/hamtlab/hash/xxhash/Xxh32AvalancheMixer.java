package org.hamtlab.hash.xxhash;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The last step of XXH32: full avalanche over 32 bits in two multiplications.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Yann Collet, xxHash, Cyan4973/xxHash, xxhash.h, XXH32_avalanche.
 */
public final class Xxh32AvalancheMixer implements InvertibleMixer {
  private static final int FIRST = 0x85ebca77;
  private static final int SECOND = 0xc2b2ae3d;

  /** Creates the mixer. */
  public Xxh32AvalancheMixer() {}

  @Override
  public long mix(long hash) {
    int mixed = (int) hash;
    mixed = (mixed ^ mixed >>> 15) * FIRST;
    mixed = (mixed ^ mixed >>> 13) * SECOND;
    return (mixed ^ mixed >>> 16) & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    int hash = Inverses.xorShift((int) mixed, 16);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 13);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 15);
    return hash & 0xFFFF_FFFFL;
  }
}
