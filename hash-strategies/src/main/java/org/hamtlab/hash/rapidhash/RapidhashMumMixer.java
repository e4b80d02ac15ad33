package org.hamtlab.hash.rapidhash;

import org.hamtlab.spi.HashMixer;

/**
 * What rapidhash makes of the eight bytes of the hash: two 128-bit products.
 *
 * <p><b>Cost.</b> Two products of 128 bits.
 *
 * <p><b>Source.</b> Nicolas De Carli, rapidhash V3 (2025), Nicoshev/rapidhash, rapidhash.h,
 * rapidhash_internal for 8 bytes.
 *
 * <p><b>Deviations.</b> Versions 1 and 2 read short keys otherwise and give other hashes.
 */
public final class RapidhashMumMixer implements HashMixer {
  private static final long SECOND = 0x8bb84b93962eacc9L;
  private static final long THIRD = 0x4b33a62ed433d4a3L;
  private static final long EIGHTH = 0xaaaaaaaaaaaaaaaaL;

  private final long seed;

  /** Creates the mixer with the seed of the function. */
  public RapidhashMumMixer(long seed) {
    this.seed = seed ^ folded(seed ^ THIRD, SECOND) ^ Long.BYTES;
  }

  @Override
  public long mix(long hash) {
    long a = hash ^ SECOND;
    long b = hash ^ seed;
    return folded(a * b ^ EIGHTH, Math.unsignedMultiplyHigh(a, b) ^ SECOND ^ Long.BYTES);
  }

  /** The low half of the unsigned 128-bit product, xor its high half. */
  private static long folded(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
