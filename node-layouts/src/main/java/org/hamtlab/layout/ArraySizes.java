package org.hamtlab.layout;

/**
 * The capacity of a child array as a pure function of the children in it, so that it need not be
 * stored and a branch that shrinks passes the sizes that it grew through.
 *
 * @param doubling whether capacities double, instead of being exact
 * @param minCapacity smallest capacity of a doubling array
 */
public record ArraySizes(boolean doubling, int minCapacity) {

  /** Arrays of one size, whatever is in them. */
  public static ArraySizes fixed(int capacity) {
    return new ArraySizes(true, capacity);
  }

  /** The slots for so many children. */
  public int capacity(int children) {
    if (!doubling) {
      return children;
    }
    int capacity = minCapacity;
    while (capacity < children) {
      capacity <<= 1;
    }
    return capacity;
  }
}
