package org.hamtlab.engine;

import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;

/** Turns a key into its mixed hash, whichever kind of mixer the composition has. */
final class KeyHasher {
  private final HashMixer mixer;
  private final ContentMixer content;

  KeyHasher(HashMixer mixer) {
    this.mixer = mixer;
    this.content = mixer instanceof ContentMixer reader ? reader : null;
  }

  /** The mixed hash of a key; throws what its {@code hashCode} throws. */
  long hash(Object key) {
    if (content != null) {
      return content.hash(key, 0);
    }
    return mixer.mix(key == null ? 0 : key.hashCode() & 0xFFFF_FFFFL);
  }
}
