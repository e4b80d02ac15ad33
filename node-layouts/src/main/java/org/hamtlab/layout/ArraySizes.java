package org.hamtlab.layout;

/**
 * The capacity of a child array as a pure function of the children in it, so that it need not be
 * stored and a branch that shrinks passes the sizes that it grew through.
 *
 * @param doubling whether capacities double, instead of growing by steps
 * @param step what capacities that do not double are multiples of; 1 for exact ones
 * @param minCapacity smallest capacity of a doubling array
 */
public record ArraySizes(boolean doubling, int step, int minCapacity) {

  /** Arrays of the size of their content. */
  public static ArraySizes exact() {
    return new ArraySizes(false, 1, 1);
  }

  /** Arrays whose sizes are multiples of a step. */
  public static ArraySizes rounded(int step) {
    return new ArraySizes(false, step, step);
  }

  /** Arrays that double from a smallest size on. */
  public static ArraySizes doubling(int minCapacity) {
    return new ArraySizes(true, 1, minCapacity);
  }

  /** Arrays of one size, whatever is in them. */
  public static ArraySizes fixed(int capacity) {
    return doubling(capacity);
  }

  /** The slots for so many children. */
  public int capacity(int children) {
    if (!doubling) {
      return step == 1 ? children : Math.ceilDiv(children, step) * step;
    }
    int capacity = minCapacity;
    while (capacity < children) {
      capacity <<= 1;
    }
    return capacity;
  }
}
