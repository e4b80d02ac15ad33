package org.hamtlab.shape;

import static org.hamtlab.shape.ShapeOraclePowers.FRACTION;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.hamtlab.spi.HashDigits;

/**
 * Expectations and covariances of {@link ShapeOracleSum}s, exact but for rounding to {@code
 * double}.
 *
 * <p>The expected product of two numbers of cells is the sum over all pairs of cells of the
 * probability that the union of their two regions is empty; pairs are grouped by how the regions
 * lie, disjoint or nested.
 */
final class ShapeOracleMoments {
  private final HashDigits digits;
  private final BigInteger entries;
  private final ShapeOraclePowers powers;
  private final Map<ShapeOracleTerm, BigInteger> means = new HashMap<>();
  private final Map<Pair, BigInteger> covariances = new HashMap<>();

  private record Pair(ShapeOracleTerm upper, ShapeOracleTerm lower) {}

  ShapeOracleMoments(long entries, HashDigits digits) {
    this.digits = digits;
    this.entries = BigInteger.valueOf(entries);
    this.powers = new ShapeOraclePowers(entries);
  }

  double mean(ShapeOracleSum sum) {
    BigInteger mean = sum.constant().shiftLeft(FRACTION);
    for (Map.Entry<ShapeOracleTerm, BigInteger> part : sum.weights().entrySet()) {
      mean = mean.add(part.getValue().multiply(mean(part.getKey())));
    }
    return toDouble(mean);
  }

  double variance(ShapeOracleSum sum) {
    return Math.max(0, covariance(sum, sum));
  }

  double covariance(ShapeOracleSum one, ShapeOracleSum other) {
    BigInteger covariance = BigInteger.ZERO;
    for (Map.Entry<ShapeOracleTerm, BigInteger> a : one.weights().entrySet()) {
      BigInteger row = BigInteger.ZERO;
      for (Map.Entry<ShapeOracleTerm, BigInteger> b : other.weights().entrySet()) {
        row = row.add(b.getValue().multiply(covariance(a.getKey(), b.getKey())));
      }
      covariance = covariance.add(a.getValue().multiply(row));
    }
    return toDouble(covariance);
  }

  /** What 2^-80 cannot hold is the rounding of numbers that have no deviation. */
  private static double toDouble(BigInteger fixed) {
    return fixed.bitLength() < FRACTION - 80 ? 0 : Math.scalb(fixed.doubleValue(), -FRACTION);
  }

  private BigInteger mean(ShapeOracleTerm term) {
    return means.computeIfAbsent(
        term,
        key ->
            key.isSingle()
                ? one(powers.empty(size(key.top()), 1), key.top()).shiftLeft(bits(key.top()))
                : powers.empty(region(key)).shiftLeft(bits(key.counted())));
  }

  private BigInteger covariance(ShapeOracleTerm one, ShapeOracleTerm other) {
    boolean inOrder =
        one.isSingle() == other.isSingle() ? one.top() <= other.top() : other.isSingle();
    Pair pair = inOrder ? new Pair(one, other) : new Pair(other, one);
    return covariances.computeIfAbsent(
        pair,
        key ->
            together(key.upper(), key.lower())
                .subtract(ShapeOraclePowers.times(mean(key.upper()), mean(key.lower()))));
  }

  private BigInteger together(ShapeOracleTerm upper, ShapeOracleTerm lower) {
    if (!lower.isSingle()) {
      return bothEmpty(upper, lower);
    }
    return upper.isSingle() ? bothSingle(upper.top()) : emptyAndSingle(upper, lower.top());
  }

  private BigInteger bothEmpty(ShapeOracleTerm upper, ShapeOracleTerm lower) {
    int count = bits(lower.counted());
    int choices = bits(upper.counted()) - bits(upper.top());
    BigInteger apart = power(bits(upper.counted())).subtract(power(choices));
    BigInteger sum = product(apart, region(upper) + region(lower));
    return sum.add(nested(upper, lower, choices)).shiftLeft(count);
  }

  /** For one lower cell, the sum over the upper regions whose outer cell is around it. */
  private BigInteger nested(ShapeOracleTerm upper, ShapeOracleTerm lower, int choices) {
    long region = region(upper);
    if (!upper.isCut()) {
      return powers.empty(region);
    }
    if (lower.top() >= upper.bottom()) {
      BigInteger outside = power(choices).subtract(BigInteger.ONE);
      return product(outside, region).add(powers.empty(region + region(lower)));
    }
    int inner = bits(upper.bottom()) - bits(lower.top());
    BigInteger outside = power(choices).subtract(power(inner));
    return product(outside, region).add(cutInside(upper, lower, inner));
  }

  /** Where the upper region's cut lies inside the lower region's outer cell. */
  private BigInteger cutInside(ShapeOracleTerm upper, ShapeOracleTerm lower, int inner) {
    long whole = size(upper.top());
    if (!lower.isCut()) {
      return product(power(inner), whole);
    }
    int shared = Math.max(0, bits(upper.bottom()) - bits(lower.bottom()));
    long cut = size(Math.max(upper.bottom(), lower.bottom()));
    return product(power(inner).subtract(power(shared)), whole)
        .add(product(power(shared), whole - cut));
  }

  private BigInteger emptyAndSingle(ShapeOracleTerm upper, int leaves) {
    int choices = bits(upper.counted()) - bits(upper.top());
    BigInteger pairs = power(bits(upper.counted())).subtract(power(choices));
    BigInteger possible = upper.isCut() ? pairs.add(BigInteger.ONE) : pairs;
    if (possible.signum() == 0) {
      return BigInteger.ZERO;
    }
    BigInteger empty = powers.empty(region(upper) + size(leaves), 1);
    return one(possible.multiply(empty), leaves).shiftLeft(bits(leaves));
  }

  private BigInteger bothSingle(int leaves) {
    BigInteger same = one(powers.empty(size(leaves), 1), leaves);
    BigInteger others = power(bits(leaves)).subtract(BigInteger.ONE);
    BigInteger pair = others.multiply(powers.empty(2 * size(leaves), 2));
    BigInteger two = one(pair, leaves).multiply(entries.subtract(BigInteger.ONE));
    return same.add(two.shiftRight(bits(leaves))).shiftLeft(bits(leaves));
  }

  /** Times the expected number of keys in one cell. */
  private BigInteger one(BigInteger probability, int level) {
    return probability.multiply(entries).shiftRight(bits(level));
  }

  private BigInteger product(BigInteger count, long region) {
    return count.signum() == 0 ? count : count.multiply(powers.empty(region));
  }

  private static BigInteger power(int bits) {
    return BigInteger.ONE.shiftLeft(bits);
  }

  /** Path bits above a level. */
  int bits(int level) {
    return Math.min(level * digits.span(), digits.hashBits());
  }

  private long size(int level) {
    return bits(level) == 0 ? 0 : 1L << (Long.SIZE - bits(level));
  }

  private long region(ShapeOracleTerm term) {
    return term.isCut() ? size(term.top()) - size(term.bottom()) : size(term.top());
  }
}
