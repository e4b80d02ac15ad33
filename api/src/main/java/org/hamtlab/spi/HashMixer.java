package org.hamtlab.spi;

/**
 * Spreads the entropy of a key's hash code over the bits that a trie cuts into fragments.
 *
 * <p>A mixer never sees nodes. One instance serves one map and holds no state that a call changes,
 * so equal inputs give equal outputs for the life of the map.
 */
public interface HashMixer {

  /**
   * Mixes one hash.
   *
   * @param hash {@code key.hashCode()} zero-extended to 64 bits
   * @return the mixed hash; a trie uses its low {@code hash-bits} bits
   */
  long mix(long hash);
}
