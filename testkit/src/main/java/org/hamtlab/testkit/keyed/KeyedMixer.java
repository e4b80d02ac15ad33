package org.hamtlab.testkit.keyed;

import java.util.Objects;
import org.hamtlab.spi.ContentMixer;

/**
 * Mixes hash codes with a secret, by a multiplication with rounds enough for tests of maps; it is
 * not safe against anyone who chooses keys.
 *
 * <p><b>Cost.</b> A multiplication a round.
 *
 * <p><b>Source.</b> hamtlab.
 */
public final class KeyedMixer implements ContentMixer {
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final long secret;

  /**
   * Creates the mixer.
   *
   * @param secret what the hashes depend on
   */
  public KeyedMixer(long secret) {
    this.secret = secret;
  }

  @Override
  public long mix(long hash) {
    long mixed = (hash ^ secret) * ODD;
    mixed = (mixed ^ mixed >>> 32 ^ secret) * ODD;
    return mixed ^ mixed >>> 29;
  }

  @Override
  public long hash(Object key, int generation) {
    return mix(Integer.toUnsignedLong(Objects.hashCode(key)) + ((long) generation << 32));
  }
}
