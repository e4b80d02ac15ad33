package org.hamtlab.engine;

import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;

/**
 * Turns a key into its mixed hash, whichever kind of mixer the composition has.
 *
 * @param mixer the mixer
 * @param content the same if it reads content, else {@code null}
 */
record KeyHasher(HashMixer mixer, ContentMixer content) {

  static KeyHasher of(HashMixer mixer) {
    return new KeyHasher(mixer, mixer instanceof ContentMixer reader ? reader : null);
  }

  /** The mixed hash of a key in one generation; throws what its {@code hashCode} throws. */
  long hash(Object key, int generation) {
    return generation == 0 ? hash(key) : content.hash(key, generation);
  }

  /** How many generations of hashes a key has. */
  int generations() {
    return content == null ? 1 : content.generations();
  }

  /** The mixed hash of a key; throws what its {@code hashCode} throws. */
  long hash(Object key) {
    return content == null
        ? mixer.mix(key == null ? 0 : key.hashCode() & 0xFFFF_FFFFL)
        : content.hash(key, 0);
  }
}
