package org.hamtlab.hash.splitmix;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The first output of a SplitMix64 generator that is seeded with the hash.
 *
 * <p><b>Cost.</b> One addition, two multiplications and three xorshifts.
 *
 * <p><b>Source.</b> Guy Steele, Doug Lea, Christine Flood, Fast Splittable Pseudorandom Number
 * Generators (2014), doi:10.1145/2660193.2660195; OpenJDK, java.util.SplittableRandom.
 */
public final class SplitMix64Mixer implements InvertibleMixer {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long FIRST = 0xbf58476d1ce4e5b9L;
  private static final long SECOND = 0x94d049bb133111ebL;

  /** Creates the mixer. */
  public SplitMix64Mixer() {}

  @Override
  public long mix(long hash) {
    long mixed = hash + GOLDEN_GAMMA;
    mixed = (mixed ^ mixed >>> 30) * FIRST;
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
    hash = Inverses.xorShift(hash * Inverses.odd(FIRST), 30);
    return hash - GOLDEN_GAMMA;
  }
}
