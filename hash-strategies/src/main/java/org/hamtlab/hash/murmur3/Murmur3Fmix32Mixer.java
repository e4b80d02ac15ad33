package org.hamtlab.hash.murmur3;

import org.hamtlab.spi.HashMixer;

/**
 * The 32-bit finaliser of MurmurHash3: full avalanche in two multiplications.
 *
 * <p><b>Source.</b> Austin Appleby, MurmurHash3 (2011), smhasher, src/MurmurHash3.cpp, fmix32.
 */
public final class Murmur3Fmix32Mixer implements HashMixer {
  private static final int FIRST = 0x85ebca6b;
  private static final int SECOND = 0xc2b2ae35;

  /** Creates the mixer. */
  public Murmur3Fmix32Mixer() {}

  @Override
  public long mix(long hash) {
    int mixed = (int) hash;
    mixed = (mixed ^ mixed >>> 16) * FIRST;
    mixed = (mixed ^ mixed >>> 13) * SECOND;
    return (mixed ^ mixed >>> 16) & 0xFFFF_FFFFL;
  }
}
