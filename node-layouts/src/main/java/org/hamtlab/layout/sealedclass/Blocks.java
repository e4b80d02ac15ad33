package org.hamtlab.layout.sealedclass;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamtlab.layout.ArraySizes;
import org.hamtlab.layout.Tally;
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
  /** Numbers edits for all maps, because unions take nodes from one map into another. */
  private static final AtomicInteger EDITS = new AtomicInteger();

  private final Regions regions = new Regions();
  private final Map<SlottedBranch, Integer> oversized = new IdentityHashMap<>();
  private final Allocator allocator;
  private final ArraySizes sizes;
  private final boolean concurrent;
  private long held;

  Blocks(AllocatorFactory allocators, ArraySizes sizes) {
    this.allocator = allocators.create(regions);
    this.sizes = sizes;
    this.concurrent = allocator.isConcurrent();
  }

  /** Who grants blocks. */
  Allocator allocator() {
    return allocator;
  }

  /** The slots of the block of a branch with so many children. */
  int capacity(int children) {
    return sizes.capacity(children);
  }

  /** The slots of a branch's block. */
  int capacityOf(SlottedBranch branch) {
    if (!oversized.isEmpty()) {
      Integer capacity = oversized.get(branch);
      if (capacity != null) {
        return capacity;
      }
    }
    return capacity(branch.count());
  }

  /** Gives a branch a block for so many children; an earlier block stays granted. */
  void grant(SlottedBranch branch, int children) {
    grantAs(branch, capacity(children), Allocator.FRESH);
  }

  private void grantAs(SlottedBranch branch, int capacity, int freshAddress) {
    int address = allocator.allocate(capacity);
    if (address == Allocator.FRESH) {
      branch.slots = array(capacity);
      branch.offset = 0;
      branch.address = freshAddress;
    } else {
      held += capacity;
      regions.locate(branch, address);
    }
  }

  /** Gives a new branch of a view a block for so many children. */
  void grant(SlottedBranch branch, int children, Ownership ownership) {
    int capacity = capacity(children);
    if (concurrent) {
      branch.slots = new Node[capacity];
      branch.address = ownership.freshAddress();
      return;
    }
    grantAs(branch, capacity, ownership.freshAddress());
    if (branch.address >= 0) {
      ownership.add(branch);
    }
  }

  /** Whether views may create branches on several threads at once. */
  boolean isConcurrent() {
    return concurrent;
  }

  /** The number of a new edit, from 1 on. */
  int newEdit() {
    int edit = EDITS.incrementAndGet();
    if (edit < 0) {
      throw new IllegalStateException(
          "sealed-class: 2147483647 transients of one composition (expected fewer). Restart.");
    }
    return edit;
  }

  /** Slots in granted blocks. */
  long held() {
    return held;
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
  boolean shrink(SlottedBranch branch, int capacity, int children) {
    try {
      grant(branch, children);
      return true;
    } catch (AllocationException | OutOfMemoryError lacking) {
      oversized.put(branch, capacity);
      return false;
    }
  }

  /** Takes the block of a branch back. */
  void free(SlottedBranch branch) {
    free(branch, branch.slots, branch.offset, branch.address, capacityOf(branch));
  }

  /** Takes a block back that a branch had; references in a region are dropped with it. */
  void free(SlottedBranch branch, Node[] slots, int offset, int address, int capacity) {
    if (!oversized.isEmpty()) {
      oversized.remove(branch);
    }
    if (concurrent && address < Allocator.FRESH) {
      return;
    }
    if (address >= 0) {
      held -= capacity;
      Arrays.fill(slots, offset, offset + capacity, null);
    }
    allocator.free(Math.max(address, Allocator.FRESH), capacity);
  }

  /** Blocks for one thread of a parallel build. */
  Blocks ofWorker() {
    return new Blocks(any -> new Tally(), sizes);
  }

  /** Counts what the blocks of a worker granted. */
  void join(Blocks worker) {
    ((Tally) worker.allocator).repeat(allocator);
  }

  void clear() {
    allocator.reset();
    held = 0;
    regions.clear();
    oversized.clear();
  }

  /** Drops the regions; branches keep those that they refer to. */
  void close() {
    regions.close();
  }

  Telemetry telemetry() {
    return allocator.telemetry();
  }
}
