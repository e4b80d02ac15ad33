package org.hamtlab.hash.moremur;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Pelle Evensen's successor of the 64-bit finaliser of MurmurHash3.
 *
 * <p><b>Cost.</b> Two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Pelle Evensen, Stronger, better, morer, Moremur; a better Murmur3-type mixer
 * (mostlymangling.blogspot.com, 2019).
 */
public final class MoremurMixer implements InvertibleMixer {
  private static final long FIRST = 0x3c79ac492ba7b653L;
  private static final long SECOND = 0x1c69b3f74ac4ae35L;

  /** Creates the mixer. */
  public MoremurMixer() {}

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ hash >>> 27) * FIRST;
    mixed = (mixed ^ mixed >>> 33) * SECOND;
    return mixed ^ mixed >>> 27;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    long hash = Inverses.xorShift(mixed, 27);
    hash = Inverses.xorShift(hash * Inverses.odd(SECOND), 33);
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 27);
    return hash;
  }
}
