package org.hamtlab.layout.taggedint;

import org.hamtlab.spi.AllocationException;

/**
 * The encoding of a reference: the low two bits say what it denotes (they are the kinds of {@link
 * org.hamtlab.spi.NodeLayout}), the other thirty are a block address or an entry number. The word 0
 * denotes no node: it would be a collision node at the address 0, where none is put.
 */
final class References {
  /** Number of addresses, and of entries. */
  static final long ADDRESSES = 1L << 30;

  private References() {}

  static int of(int address, int kind) {
    return address << 2 | kind;
  }

  static int address(int reference) {
    return reference >>> 2;
  }

  static int kind(int reference) {
    return reference & 3;
  }

  /** The end of a region; fails if no reference could reach it. */
  static int endOf(int first, int slots) {
    long end = (long) first + slots;
    if (end > ADDRESSES) {
      throw new AllocationException(
          "layout: "
              + slots
              + " words after "
              + first
              + " (expected at most "
              + ADDRESSES
              + " in all). Use several maps, or layout=sealed-class.");
    }
    return (int) end;
  }
}
