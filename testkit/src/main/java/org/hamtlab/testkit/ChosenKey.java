package org.hamtlab.testkit;

import java.util.function.IntToLongFunction;

/**
 * A key whose hash code the test chooses. Keys with one hash code and different numbers collide in
 * all bits of it; the mixer {@code testkit.chosen} tells most of them apart by a further generation
 * of hashes.
 *
 * @param code what {@code hashCode()} answers
 * @param number tells keys with one hash code apart
 */
public record ChosenKey(int code, int number) implements IntToLongFunction {

  /** The hash code in as many generations as the number says, one to four; then another hash. */
  @Override
  public long applyAsLong(int generation) {
    long first = Integer.toUnsignedLong(code);
    return generation <= (number & 3) ? first : (first + number) * 0x9E3779B97F4A7C15L + generation;
  }

  @Override
  public int hashCode() {
    return code;
  }

  @Override
  public String toString() {
    return "key " + Integer.toHexString(code) + '#' + number;
  }
}
