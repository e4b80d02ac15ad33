package org.hamtlab.shape;

/**
 * A number of cells with a property; every counter is a weighted sum of such numbers.
 *
 * <p>{@code empty(l)}: cells of a level without a key. {@code alone(a, d)}: cells {@code D} of
 * level {@code d} such that the cell of level {@code a} around them holds no key outside {@code D}.
 * {@code single(l)}: cells of the leaves' level with exactly one key.
 *
 * @param top the level of the outer cell
 * @param bottom the level of the inner cell, which is cut out; -1 for none
 * @param isSingle whether exactly one key is counted instead of none
 */
record ShapeOracleTerm(int top, int bottom, boolean isSingle) {

  static ShapeOracleTerm empty(int level) {
    return new ShapeOracleTerm(level, -1, false);
  }

  static ShapeOracleTerm alone(int top, int bottom) {
    return new ShapeOracleTerm(top, bottom, false);
  }

  static ShapeOracleTerm single(int level) {
    return new ShapeOracleTerm(level, -1, true);
  }

  boolean isCut() {
    return bottom >= 0;
  }

  /** The level whose cells are counted. */
  int counted() {
    return isCut() ? bottom : top;
  }
}
