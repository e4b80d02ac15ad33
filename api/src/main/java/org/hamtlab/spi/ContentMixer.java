package org.hamtlab.spi;

/**
 * A mixer that reads the content of a key instead of its {@code hashCode()}.
 *
 * <p>The engine asks {@link #hash} for every key of a map whose mixer implements this interface;
 * {@link #mix} then serves only those who have a hash code and no key.
 *
 * <p>Keys whose hashes of one generation agree in all bits in use are told apart by the next
 * generation, on further levels below the last one; those that agree in all {@link #generations}
 * share a collision node.
 */
public interface ContentMixer extends HashMixer {

  /** How many generations there are, unless a mixer says otherwise. */
  int GENERATIONS = 4;

  /**
   * Hashes the content of one key.
   *
   * @param key the key, possibly {@code null}
   * @param generation 0 for the first hash of a key; each further generation is an independent hash
   *     of the same content
   * @return 64 mixed bits; equal keys give equal hashes in every generation
   */
  long hash(Object key, int generation);

  /**
   * How many generations a trie uses before it gives keys a collision node, at least 1: a bound of
   * its depth. The same for all mixers of a composition.
   */
  default int generations() {
    return GENERATIONS;
  }
}
