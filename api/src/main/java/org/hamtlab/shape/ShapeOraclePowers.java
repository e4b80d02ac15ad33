package org.hamtlab.shape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Probabilities that regions of the hash space stay empty, {@code (1 - region)^n}, as fixed-point
 * numbers.
 *
 * <p>Variances of up to 2^64 cells cancel to the size of single nodes: 128 bits are lost, and 256
 * bits of fraction leave as many. Regions count in units of 2^-64; the whole space is 0.
 */
final class ShapeOraclePowers {
  /** Bits of fraction. */
  static final int FRACTION = 256;

  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(FRACTION);
  private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final long entries;
  private final List<Map<Long, BigInteger>> cache =
      List.copyOf(new ArrayList<>(List.of(new HashMap<>(), new HashMap<>(), new HashMap<>())));

  ShapeOraclePowers(long entries) {
    this.entries = entries;
  }

  /** Probability that a region holds none of {@code n - others} keys; 0 if there are fewer. */
  BigInteger empty(long region, int others) {
    return entries < others
        ? BigInteger.ZERO
        : cache.get(others).computeIfAbsent(region, key -> power(key, entries - others));
  }

  /** Probability that a region holds no key. */
  BigInteger empty(long region) {
    return empty(region, 0);
  }

  private static BigInteger power(long region, long exponent) {
    BigInteger rest = BigInteger.valueOf(-region);
    BigInteger square =
        (rest.signum() < 0 ? rest.add(UNSIGNED) : rest).shiftLeft(FRACTION - Long.SIZE);
    BigInteger power = ONE;
    for (long bits = exponent; bits != 0; bits >>>= 1) {
      if ((bits & 1) != 0) {
        power = times(power, square);
      }
      if (bits > 1) {
        square = times(square, square);
      }
    }
    return power;
  }

  /** The product of two fixed-point numbers. */
  static BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(FRACTION);
  }
}
