package org.hamtlab.testkit;

import java.util.function.IntToLongFunction;

/**
 * A key whose hash the mixer {@code testkit.chosen} takes from it generation by generation. Keys
 * with one first hash agree as long as both say so; from then on the number decides.
 *
 * @param first its hash in the generations that agree
 * @param agreeing how many generations agree with the other keys
 * @param number tells keys apart
 */
public record ChosenGenerations(long first, int agreeing, int number) implements IntToLongFunction {

  @Override
  public long applyAsLong(int generation) {
    return generation < agreeing ? first : first * 31 + number * 0x9E3779B97F4A7C15L + generation;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChosenGenerations that
        && first == that.first
        && agreeing == that.agreeing
        && number == that.number;
  }

  @Override
  public String toString() {
    return "key " + Long.toHexString(first) + '*' + agreeing + '#' + number;
  }
}
