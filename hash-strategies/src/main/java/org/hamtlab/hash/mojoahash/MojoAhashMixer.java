package org.hamtlab.hash.mojoahash;

import org.hamtlab.spi.HashMixer;

/**
 * The folded-multiply hash of mojo-hamt for one 64-bit integer.
 *
 * <p><b>Cost.</b> Two products of 128 bits and a rotation.
 *
 * <p><b>Source.</b> mojo-hamt; folded multiplication after aHash (tkaitchuck/aHash,
 * src/fallback_hash.rs).
 */
public final class MojoAhashMixer implements HashMixer {
  private static final long FIRST_KEY = 0x243F6A8885A308D3L;
  private static final long MULTIPLE = 6364136223846793005L;
  private static final long SECOND_KEY = 0x13198A2E03707344L;

  /** Creates the mixer. */
  public MojoAhashMixer() {}

  @Override
  public long mix(long hash) {
    long buffer = folded(hash ^ FIRST_KEY, MULTIPLE);
    return Long.rotateLeft(folded(buffer, SECOND_KEY), (int) buffer & 63);
  }

  /** The low half of the unsigned 128-bit product, xor its high half. */
  private static long folded(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
