package org.hamtlab.hash.multiplyshift;

import org.hamtlab.spi.HashMixer;

/**
 * The highest bits of the product with 2^64 over the golden ratio.
 *
 * <p><b>Cost.</b> One multiplication and one shift.
 *
 * <p><b>Source.</b> Donald Knuth, The Art of Computer Programming 3 (1973), 6.4, multiplicative
 * hashing.
 *
 * <p><b>Deviations.</b> Knuth multiplies by the nearest integer that is relatively prime to the
 * word size; this is the odd one for 64 bits.
 */
public final class FibonacciMixer implements HashMixer {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final int shift;

  /**
   * Creates the mixer.
   *
   * @param bits how many bits of the product are kept, 1 to 64
   */
  public FibonacciMixer(int bits) {
    shift = Long.SIZE - bits;
  }

  @Override
  public long mix(long hash) {
    return hash * GOLDEN >>> shift;
  }
}
