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
 * Blocks of slots: grants them to branches and takes them back.
 *
 * <p>The capacity for a number of children is a pure function of it, so a branch that shrinks
 * passes the sizes that it grew through. Branches that could not shrink for lack of memory are the
 * exception, kept in a table that is empty in practice.
 */
final class Blocks {
  /** Numbers edits for all maps, because unions take nodes from one map into another. */
  private static final AtomicInteger EDITS = new AtomicInteger();

  /** The address of an array that a branch had to get although its block was refused. */
  private static final int UNGRANTED = Integer.MIN_VALUE;

  private final Regions regions;

  /** Capacities that children do not tell; {@code null} while there are none. */
  private Map<SlottedBranch, Integer> oversized;

  private final Allocator allocator;
  private final ArraySizes sizes;
  private final boolean inline;
  private final boolean concurrent;
  private long held;

  /** Blocks for branches whose slots hold nodes alone. */
  static Blocks ofNodes(AllocatorFactory allocators, ArraySizes sizes) {
    return new Blocks(allocators, sizes, false);
  }

  /** Blocks for branches whose slots hold keys and values as well. */
  static Blocks ofAnything(AllocatorFactory allocators, ArraySizes sizes) {
    return new Blocks(allocators, sizes, true);
  }

  private Blocks(AllocatorFactory allocators, ArraySizes sizes, boolean inline) {
    this.regions = new Regions(inline);
    this.inline = inline;
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
    if (oversized != null) {
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
      branch.place(array(capacity), 0, freshAddress);
    } else {
      held += capacity;
      regions.locate(branch, address);
    }
  }

  /** Gives a new branch of a view a block for so many children. */
  void grant(SlottedBranch branch, int children, Ownership ownership) {
    int capacity = capacity(children);
    if (concurrent) {
      branch.place(regions.newArray(capacity), 0, ownership.freshAddress());
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
    if (edit + 1 <= 0) {
      throw new IllegalStateException(
          "sealed-class: 2147483647 transients of one composition (expected fewer). Restart.");
    }
    return edit;
  }

  /** Slots in granted blocks. */
  long held() {
    return held;
  }

  private Object[] array(int capacity) {
    try {
      return regions.newArray(capacity);
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
      oversized = oversized == null ? new IdentityHashMap<>() : oversized;
      oversized.put(branch, capacity);
      return false;
    }
  }

  /**
   * Gives a branch a larger block in the course of a removal, which must not fail: where none is
   * granted, an array that the JVM collects and nobody counts.
   */
  void growForRemoval(SlottedBranch branch, int children) {
    try {
      grant(branch, children);
    } catch (AllocationException refused) {
      branch.place(regions.newArray(capacity(children)), 0, UNGRANTED);
    }
  }

  /** Takes the block of a branch back. */
  void free(SlottedBranch branch) {
    free(branch, branch.block(), branch.offset, branch.address, capacityOf(branch));
  }

  /** Takes a block back that a branch had; references in a region are dropped with it. */
  void free(SlottedBranch branch, Object[] slots, int offset, int address, int capacity) {
    if (oversized != null) {
      oversized.remove(branch);
      oversized = oversized.isEmpty() ? null : oversized;
    }
    if (address == UNGRANTED || (concurrent && address < Allocator.FRESH)) {
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
    return new Blocks(any -> new Tally(), sizes, inline);
  }

  /** Counts what the blocks of a worker granted. */
  void join(Blocks worker) {
    ((Tally) worker.allocator).repeat(allocator);
  }

  void clear() {
    allocator.reset();
    held = 0;
    regions.clear();
    oversized = null;
  }

  /** Drops the regions; branches keep those that they refer to. */
  void close() {
    regions.close();
  }

  Telemetry telemetry() {
    return allocator.telemetry();
  }
}
