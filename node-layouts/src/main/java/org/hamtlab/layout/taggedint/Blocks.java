package org.hamtlab.layout.taggedint;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.layout.ArraySizes;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Blocks of words. Their size is a pure function of what stands in them; blocks that could not
 * shrink for lack of memory are the exception, kept in a table that is empty in practice.
 */
final class Blocks {
  /** Capacities that content does not tell, by address; {@code null} while there are none. */
  private Map<Integer, Integer> oversized;

  private final Allocator allocator;
  private final ArraySizes sizes;
  private long held;

  Blocks(Allocator allocator, ArraySizes sizes) {
    this.allocator = allocator;
    this.sizes = sizes;
  }

  /** The child slots of a branch with so many children. */
  int capacity(int children) {
    return sizes.capacity(children);
  }

  /** The child slots of the branch at an address, given how many children it has. */
  int branchCapacity(int address, int children) {
    return oversized == null
        ? capacity(children)
        : oversized.getOrDefault(address, capacity(children));
  }

  /** The entry slots of the collision node at an address, given its size. */
  int collisionCapacity(int address, int size) {
    return oversized == null ? size : oversized.getOrDefault(address, size);
  }

  int allocate(int words) {
    int address = allocator.allocate(words);
    held += words;
    return address;
  }

  /** Words granted and not taken back. */
  long held() {
    return held;
  }

  /** Allocates for something that shrinks; {@link Allocator#FRESH} if memory lacks. */
  int tryAllocate(int words) {
    try {
      return allocate(words);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return Allocator.FRESH;
    }
  }

  /** Remembers that a block kept a capacity that its content does not tell. */
  void keepOversized(int address, int capacity) {
    oversized = oversized == null ? new HashMap<>() : oversized;
    oversized.put(address, capacity);
  }

  void free(int address, int words) {
    if (oversized != null) {
      oversized.remove(address);
      oversized = oversized.isEmpty() ? null : oversized;
    }
    allocator.free(address, words);
    held -= words;
  }

  void clear() {
    allocator.reset();
    held = 0;
    oversized = null;
  }

  Telemetry telemetry() {
    return allocator.telemetry();
  }
}
