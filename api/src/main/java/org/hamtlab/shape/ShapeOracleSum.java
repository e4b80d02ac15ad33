package org.hamtlab.shape;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** A constant and a weighted sum of {@link ShapeOracleTerm}s, with whole weights. */
final class ShapeOracleSum {
  private final Map<ShapeOracleTerm, BigInteger> weights = new LinkedHashMap<>();
  private BigInteger constant = BigInteger.ZERO;

  ShapeOracleSum plus(BigInteger more) {
    constant = constant.add(more);
    return this;
  }

  ShapeOracleSum plus(long more) {
    return plus(BigInteger.valueOf(more));
  }

  ShapeOracleSum plus(ShapeOracleTerm term, BigInteger weight) {
    weights.merge(term, weight, BigInteger::add);
    weights.remove(term, BigInteger.ZERO);
    return this;
  }

  ShapeOracleSum plus(ShapeOracleSum other, long factor) {
    BigInteger weight = BigInteger.valueOf(factor);
    other.weights.forEach((term, count) -> plus(term, count.multiply(weight)));
    return plus(other.constant.multiply(weight));
  }

  BigInteger constant() {
    return constant;
  }

  Map<ShapeOracleTerm, BigInteger> weights() {
    return weights;
  }
}
