package org.hamtlab.layout.sealedclass;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.hamtlab.layout.ArraySizes;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.Telemetry;

/**
 * Blocks of child slots: grants them to branches and takes them back.
 *
 * <p>The capacity for a number of children is a pure function of it, so a branch that shrinks
 * passes the sizes that it grew through. Branches that could not shrink for lack of memory are the
 * exception, kept in a table that is empty in practice.
 */
final class Blocks {
  private final Regions regions = new Regions();
  private final Map<Branch, Integer> oversized = new IdentityHashMap<>();
  private final Allocator allocator;
  private final ArraySizes sizes;

  Blocks(AllocatorFactory allocators, ArraySizes sizes) {
    this.allocator = allocators.create(regions);
    this.sizes = sizes;
  }

  /** The slots of the block of a branch with so many children. */
  int capacity(int children) {
    return sizes.capacity(children);
  }

  /** The slots of a branch's block. */
  int capacityOf(Branch branch) {
    if (!oversized.isEmpty()) {
      Integer capacity = oversized.get(branch);
      if (capacity != null) {
        return capacity;
      }
    }
    return capacity(branch.count());
  }

  /** Gives a branch a block for so many children; an earlier block stays granted. */
  void grant(Branch branch, int children) {
    int capacity = capacity(children);
    int address = allocator.allocate(capacity);
    if (address == Allocator.FRESH) {
      branch.slots = array(capacity);
      branch.offset = 0;
      branch.address = Allocator.FRESH;
    } else {
      regions.locate(branch, address);
    }
  }

  private Node[] array(int capacity) {
    try {
      return new Node[capacity];
    } catch (OutOfMemoryError lacking) {
      allocator.free(Allocator.FRESH, capacity);
      throw lacking;
    }
  }

  /**
   * Gives a branch a smaller block.
   *
   * @return false if memory lacks; the branch then keeps its block
   */
  boolean shrink(Branch branch, int capacity, int children) {
    try {
      grant(branch, children);
      return true;
    } catch (AllocationException | OutOfMemoryError lacking) {
      oversized.put(branch, capacity);
      return false;
    }
  }

  /** Takes the block of a branch back. */
  void free(Branch branch) {
    free(branch, branch.slots, branch.offset, branch.address, capacityOf(branch));
  }

  /** Takes a block back that a branch had; references in a region are dropped with it. */
  void free(Branch branch, Node[] slots, int offset, int address, int capacity) {
    if (!oversized.isEmpty()) {
      oversized.remove(branch);
    }
    if (address != Allocator.FRESH) {
      Arrays.fill(slots, offset, offset + capacity, null);
    }
    allocator.free(address, capacity);
  }

  void clear() {
    allocator.reset();
    regions.clear();
    oversized.clear();
  }

  Telemetry telemetry() {
    return allocator.telemetry();
  }
}
