package org.hamtlab.spi;

/**
 * A mixer that reads the content of a key instead of its {@code hashCode()}.
 *
 * <p>The engine asks {@link #hash} for every key of a map whose mixer implements this interface;
 * {@link #mix} then serves only those who have a hash code and no key.
 */
public interface ContentMixer extends HashMixer {

  /**
   * Hashes the content of one key.
   *
   * @param key the key, possibly {@code null}
   * @param generation 0 for the first hash of a key; each further generation is an independent hash
   *     of the same content
   * @return 64 mixed bits; equal keys give equal hashes in every generation
   */
  long hash(Object key, int generation);
}
