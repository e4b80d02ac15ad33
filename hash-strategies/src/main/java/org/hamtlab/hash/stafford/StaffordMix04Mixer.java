package org.hamtlab.hash.stafford;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Variant 4 of David Stafford's 64-bit finalisers, the one of SplittableRandom#nextInt.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> David Stafford, Better Bit Mixing (2011), Mix04; OpenJDK,
 * java.util.SplittableRandom#mix32.
 */
public final class StaffordMix04Mixer implements InvertibleMixer {
  private static final long FIRST = 0x62a9d9ed799705f5L;
  private static final long SECOND = 0xcb24d0a5c88c35b3L;

  /** Creates the mixer. */
  public StaffordMix04Mixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 33) * FIRST;
    mixed = (mixed ^ mixed >>> 28) * SECOND;
    return mixed ^ mixed >>> 32;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 32);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 28);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 33);
    return hash;
  }
}
