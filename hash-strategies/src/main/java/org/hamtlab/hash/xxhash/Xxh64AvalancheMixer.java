package org.hamtlab.hash.xxhash;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The last step of XXH64: full avalanche over 64 bits in two multiplications.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Yann Collet, xxHash, Cyan4973/xxHash, xxhash.h, XXH64_avalanche.
 */
public final class Xxh64AvalancheMixer implements InvertibleMixer {
  private static final long FIRST = 0xc2b2ae3d27d4eb4fL;
  private static final long SECOND = 0x165667b19e3779f9L;

  /** Creates the mixer. */
  public Xxh64AvalancheMixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 33) * FIRST;
    mixed = (mixed ^ mixed >>> 29) * SECOND;
    return mixed ^ mixed >>> 32;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 32);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 29);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 33);
    return hash;
  }
}
