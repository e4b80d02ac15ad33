package org.hamtlab.hash.identity;

import org.hamtlab.spi.HashMixer;

/**
 * Leaves the hash as it is.
 *
 * <p><b>Source.</b> hamtlab (null control).
 */
public final class IdentityMixer implements HashMixer {
  /** Creates the mixer. */
  public IdentityMixer() {}

  @Override
  public long mix(long hash) {
    return hash;
  }
}
