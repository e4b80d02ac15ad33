package org.hamtlab.hash.mx3;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Three multiplications by one constant, with xorshifts of 32 and 29 bits between them.
 *
 * <p><b>Cost.</b> Three multiplications and four xorshifts.
 *
 * <p><b>Source.</b> Jon Maiga, mx3 (2020), jonmaiga/mx3, mx3.h, mix.
 */
public final class Mx3Mixer implements InvertibleMixer {
  private static final long MULTIPLIER = 0xbea225f9eb34556dL;

  /** Creates the mixer. */
  public Mx3Mixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 32) * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 29) * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 29);
    hash = Inverses.xorShift(hash * Inverses.odd(MULTIPLIER), 32);
    hash = Inverses.xorShift(hash * Inverses.odd(MULTIPLIER), 29);
    hash = Inverses.xorShift(hash * Inverses.odd(MULTIPLIER), 32);
    return hash;
  }
}
