package org.hamtlab.hash.constant;

import org.hamtlab.spi.HashMixer;

/**
 * Gives every key the same hash: the control that every instrument must catch.
 *
 * <p><b>Cost.</b> Nothing.
 *
 * <p><b>Source.</b> hamtlab (bad control).
 */
public final class ConstantMixer implements HashMixer {
  private final long value;

  /** Creates the mixer. */
  public ConstantMixer(long value) {
    this.value = value;
  }

  @Override
  public long mix(long hash) {
    return value;
  }
}
