package org.hamtlab.hash.identity;

import org.hamtlab.spi.InvertibleMixer;

/**
 * Leaves the hash as it is.
 *
 * <p><b>Cost.</b> Nothing.
 *
 * <p><b>Source.</b> hamtlab (null control).
 */
public final class IdentityMixer implements InvertibleMixer {
  /** Creates the mixer. */
  public IdentityMixer() {}

  @Override
  public long mix(long hash) {
    return hash;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    return mixed;
  }
}
