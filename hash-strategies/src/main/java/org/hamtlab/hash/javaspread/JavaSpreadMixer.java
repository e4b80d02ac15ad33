package org.hamtlab.hash.javaspread;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * Xors the high half of the hash into the low half, as java.util.HashMap does.
 *
 * <p><b>Cost.</b> One xorshift.
 *
 * <p><b>Source.</b> OpenJDK, java.util.HashMap#hash.
 */
public final class JavaSpreadMixer implements InvertibleMixer {
  /** Creates the mixer. */
  public JavaSpreadMixer() {}

  @Override
  public long mix(long hash) {
    int code = (int) hash;
    return (code ^ code >>> 16) & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    return Inverses.xorShift((int) mixed, 16) & 0xFFFF_FFFFL;
  }
}
