package org.hamtlab.spi;

/**
 * Spreads the entropy of a key's hash code over the bits that a trie cuts into fragments.
 *
 * <p>A mixer never sees nodes. One instance serves all maps of a composition, or, with the trait
 * {@link org.hamtlab.config.Trait#KEYED}, those that were derived from one another; from any
 * thread. It holds no state that a call changes, so equal inputs give equal outputs for as long as
 * it lives.
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
