package org.hamtlab.hash.fxhash;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The hash of rustc and Firefox for one word: a product by one constant.
 *
 * <p><b>Cost.</b> One multiplication.
 *
 * <p><b>Source.</b> rust-lang/rustc-hash 1.2, src/lib.rs, FxHasher of 64 bits.
 *
 * <p><b>Deviations.</b> Version 2 of the crate has another constant and a rotation; it is another
 * function.
 */
public final class FxHashMixer implements InvertibleMixer {
  private static final long MULTIPLIER = 0x517cc1b727220a95L;

  /** Creates the mixer. */
  public FxHashMixer() {}

  @Override
  public long mix(long hash) {
    return hash * MULTIPLIER;
  }

  @Override
  public int bits() {
    return 64;
  }

  @Override
  public long unmix(long mixed) {
    return mixed * Inverses.odd(MULTIPLIER);
  }
}
