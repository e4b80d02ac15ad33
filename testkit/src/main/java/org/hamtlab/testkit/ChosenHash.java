package org.hamtlab.testkit;

import java.util.function.LongSupplier;

/**
 * A key that carries the 64-bit hash which the mixer {@code testkit.chosen} gives it. Keys with one
 * hash and different numbers collide in all bits.
 *
 * @param hash what the mixer answers
 * @param number tells keys with one hash apart
 */
public record ChosenHash(long hash, int number) implements LongSupplier {

  @Override
  public long getAsLong() {
    return hash;
  }

  @Override
  public String toString() {
    return "key " + Long.toHexString(hash) + '#' + number;
  }
}
