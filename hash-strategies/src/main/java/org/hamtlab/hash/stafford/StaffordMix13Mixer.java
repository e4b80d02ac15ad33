package org.hamtlab.hash.stafford;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Variant 13 of David Stafford's 64-bit finalisers, as java.util.SplittableRandom uses it.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> David Stafford, Better Bit Mixing (2011), Mix13; OpenJDK,
 * java.util.SplittableRandom#mix64.
 */
public final class StaffordMix13Mixer implements InvertibleMixer {
  private static final long FIRST = 0xbf58476d1ce4e5b9L;
  private static final long SECOND = 0x94d049bb133111ebL;

  /** Creates the mixer. */
  public StaffordMix13Mixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 30) * FIRST;
    mixed = (mixed ^ mixed >>> 27) * SECOND;
    return mixed ^ mixed >>> 31;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 31);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 27);
    return Inverses.xorShift(hash * Inverses.odd(FIRST), 30);
  }
}
