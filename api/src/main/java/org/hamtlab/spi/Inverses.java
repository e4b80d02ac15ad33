package org.hamtlab.spi;

/** Undoes the steps that most mixers consist of. */
public final class Inverses {
  private Inverses() {}

  /**
   * The number whose product with an odd number is 1 modulo 2^64.
   *
   * <p><b>Source.</b> Newton's iteration, which doubles the correct low bits; an odd number is its
   * own inverse modulo 8. Henry Warren, Hacker's Delight, 10-16.
   */
  public static long odd(long factor) {
    long inverse = factor;
    for (int correct = 3; correct < Long.SIZE; correct *= 2) {
      inverse *= 2 - factor * inverse;
    }
    return inverse;
  }

  /** The number whose product with an odd number is 1 modulo 2^32. */
  public static int odd(int factor) {
    return (int) odd((long) factor);
  }

  /** Solves {@code hash ^ hash >>> distance} for the hash. */
  public static long xorShift(long mixed, int distance) {
    long hash = mixed;
    for (int known = distance; known < Long.SIZE; known += distance) {
      hash = mixed ^ hash >>> distance;
    }
    return hash;
  }

  /** Solves {@code hash ^ hash >>> distance} for the hash. */
  public static int xorShift(int mixed, int distance) {
    int hash = mixed;
    for (int known = distance; known < Integer.SIZE; known += distance) {
      hash = mixed ^ hash >>> distance;
    }
    return hash;
  }
}
