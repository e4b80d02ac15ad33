package org.hamtlab.hash.murmur3;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The 64-bit finaliser of MurmurHash3: full avalanche over 64 bits in two multiplications.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Austin Appleby, MurmurHash3 (2011), smhasher, src/MurmurHash3.cpp, fmix64.
 */
public final class Murmur3Fmix64Mixer implements InvertibleMixer {
  private static final long FIRST = 0xff51afd7ed558ccdL;
  private static final long SECOND = 0xc4ceb9fe1a85ec53L;

  /** Creates the mixer. */
  public Murmur3Fmix64Mixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 33) * FIRST;
    mixed = (mixed ^ mixed >>> 33) * SECOND;
    return mixed ^ mixed >>> 33;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 33);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 33);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 33);
    return hash;
  }
}
