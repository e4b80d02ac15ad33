package org.hamtlab.hash.wyhash;

import org.hamtlab.spi.HashMixer;

/**
 * The integer hash of wyhash: two 128-bit products, the second folded by xor.
 *
 * <p><b>Cost.</b> Two products of 128 bits.
 *
 * <p><b>Source.</b> Wang Yi, wyhash final version 4.2, wangyi-fudan/wyhash, wyhash.h, wyhash64.
 *
 * <p><b>Deviations.</b> Final version 4 had other constants; these are those of 4.2.
 */
public final class WyhashMumMixer implements HashMixer {
  private static final long FIRST = 0x2d358dccaa6c78a5L;
  private static final long SECOND = 0x8bb84b93962eacc9L;

  private final long second;

  /** Creates the mixer with the second operand of the function. */
  public WyhashMumMixer(long seed) {
    second = seed ^ SECOND;
  }

  @Override
  public long mix(long hash) {
    long a = hash ^ FIRST;
    return folded(a * second ^ FIRST, Math.unsignedMultiplyHigh(a, second) ^ SECOND);
  }

  /** The low half of the unsigned 128-bit product, xor its high half. */
  private static long folded(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
