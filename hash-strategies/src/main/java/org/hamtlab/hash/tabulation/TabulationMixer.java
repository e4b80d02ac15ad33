package org.hamtlab.hash.tabulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hamtlab.spi.HashMixer;

/**
 * Xors eight random words, one from the table of each byte of the hash.
 *
 * <p><b>Cost.</b> Eight look-ups in 16 KiB.
 *
 * <p><b>Source.</b> Mihai Patrascu, Mikkel Thorup, The Power of Simple Tabulation Hashing (2012),
 * doi:10.1145/2220357.2220361.
 */
public final class TabulationMixer implements HashMixer {
  private static final int BYTE_VALUES = 256;

  /** Word {@code 256 t + v} is that of value {@code v} of byte {@code t}, the lowest byte first. */
  private final long[] words = new long[Long.BYTES * BYTE_VALUES];

  /** Creates the mixer with tables drawn from a seed. */
  public TabulationMixer(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Arrays.setAll(words, word -> random.nextLong());
  }

  @Override
  public long mix(long hash) {
    long mixed = 0;
    for (int table = 0; table < Long.BYTES; table++) {
      mixed ^= words[table * BYTE_VALUES + (int) (hash >>> table * Byte.SIZE & 0xFF)];
    }
    return mixed;
  }
}
