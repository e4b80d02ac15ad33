package org.hamtlab.hash.multiplyshift;

import java.util.SplittableRandom;
import org.hamtlab.spi.HashMixer;

/**
 * The highest bits of the product with a random odd number: a universal family.
 *
 * <p><b>Cost.</b> One multiplication and one shift.
 *
 * <p><b>Source.</b> Martin Dietzfelbinger, Torben Hagerup, Jyrki Katajainen, Martti Penttonen, A
 * Reliable Randomized Algorithm for the Closest-Pair Problem (1997), doi:10.1006/jagm.1997.0873.
 */
public final class MultiplyShiftMixer implements HashMixer {
  private final long odd;
  private final int shift;

  /**
   * Creates the mixer.
   *
   * @param seed draws the odd number
   * @param bits how many bits of the product are kept, 1 to 64
   */
  public MultiplyShiftMixer(long seed, int bits) {
    odd = new SplittableRandom(seed).nextLong() | 1;
    shift = Long.SIZE - bits;
  }

  @Override
  public long mix(long hash) {
    return hash * odd >>> shift;
  }
}
