package org.hamtlab.hash.supplemental;

import org.hamtlab.spi.InvertibleMixer;

/**
 * The xors of shifts with which java.util.HashMap guarded itself before Java 8.
 *
 * <p><b>Cost.</b> Four xorshifts.
 *
 * <p><b>Source.</b> OpenJDK 6, java.util.HashMap#hash(int).
 */
public final class SupplementalMixer implements InvertibleMixer {
  /** Creates the mixer. */
  public SupplementalMixer() {}

  @Override
  public long mix(long hash) {
    int code = (int) hash;
    code ^= code >>> 20 ^ code >>> 12;
    return (code ^ code >>> 7 ^ code >>> 4) & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    return undone(undone((int) mixed, 7, 4), 20, 12) & 0xFFFF_FFFFL;
  }

  /**
   * Solves {@code code ^ code >>> far ^ code >>> near} for the code, from its highest bits down.
   */
  private static int undone(int mixed, int far, int near) {
    int code = mixed;
    for (int known = near; known < Integer.SIZE; known += near) {
      code = mixed ^ code >>> far ^ code >>> near;
    }
    return code;
  }
}
