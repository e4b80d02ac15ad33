package org.hamtlab.spi;

/** A mixer that is one-to-one and shows it by undoing what it did. */
public interface InvertibleMixer extends HashMixer {

  /**
   * Between hashes of how many bits it is one-to-one: 32 (hashes below 2^32, to hashes below 2^32)
   * or 64.
   */
  int bits();

  /**
   * The hash that was mixed.
   *
   * @param mixed what {@link #mix} answered
   */
  long unmix(long mixed);
}
