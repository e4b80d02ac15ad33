package org.hamtlab.hash.xxhash;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The last step of XXH3: one multiplication, meant for hashes that are mixed already.
 *
 * <p><b>Cost.</b> One multiplication and two xorshifts.
 *
 * <p><b>Source.</b> Yann Collet, xxHash, Cyan4973/xxHash, xxhash.h, XXH3_avalanche.
 */
public final class Xxh3AvalancheMixer implements InvertibleMixer {
  private static final long MULTIPLIER = 0x165667919e3779f9L;

  /** Creates the mixer. */
  public Xxh3AvalancheMixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 37) * MULTIPLIER;
    return mixed ^ mixed >>> 32;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 32);
    hash = Inverses.xorShift(hash * Inverses.odd(MULTIPLIER), 37);
    return hash;
  }
}
