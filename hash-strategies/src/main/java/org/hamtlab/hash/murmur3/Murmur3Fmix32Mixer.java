package org.hamtlab.hash.murmur3;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The 32-bit finaliser of MurmurHash3: full avalanche in two multiplications.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Austin Appleby, MurmurHash3 (2011), smhasher, src/MurmurHash3.cpp, fmix32.
 */
public final class Murmur3Fmix32Mixer implements InvertibleMixer {
  private static final int FIRST = 0x85ebca6b;
  private static final int SECOND = 0xc2b2ae35;

  /** Creates the mixer. */
  public Murmur3Fmix32Mixer() {}

  @Override
  public long mix(long hash) {
    int mixed = (int) hash;
    mixed = (mixed ^ mixed >>> 16) * FIRST;
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
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 16);
    return hash & 0xFFFF_FFFFL;
  }
}
