package org.hamtlab.allocator.freelist;

import java.util.Arrays;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Hands blocks out again that were freed: one stack of addresses a size class, over any parent
 * whose blocks have addresses.
 *
 * <pre>
 * class 3  addresses [ 16 | 71 | 40 | … ]   last in, first out
 *                                  ▲ count
 * </pre>
 *
 * <p><b>Cost.</b> Two loads a block; 4 bytes a free block, out of band.
 *
 * <p><b>Source.</b> The segregated free lists of Knuth, The Art of Computer Programming 1, 2.5;
 * libhamt's table cache (mkirchner/hamt, src/cache.c).
 *
 * <p><b>Deviations.</b> Links stand apart from the blocks, because an allocator never touches what
 * is in them.
 */
public final class FreeListAllocator implements Allocator {
  private static final int FIRST_STACK = 4;

  private final AllocationCounters counters = new AllocationCounters();
  private final Allocator parent;
  private final boolean powersOfTwo;
  private int[][] stacks = new int[8][];
  private int[] counts = new int[8];

  /**
   * Creates an empty free list.
   *
   * @param parent serves what no freed block fits
   * @param powersOfTwo whether size classes are powers of two instead of exact sizes
   */
  public FreeListAllocator(Allocator parent, boolean powersOfTwo) {
    this.parent = parent;
    this.powersOfTwo = powersOfTwo;
  }

  private int classOf(int slots) {
    return powersOfTwo ? 32 - Integer.numberOfLeadingZeros(slots - 1) : slots;
  }

  private int classSlots(int sizeClass) {
    return powersOfTwo ? 1 << sizeClass : sizeClass;
  }

  @Override
  public int allocate(int slots) {
    int sizeClass = classOf(slots);
    int granted = classSlots(sizeClass);
    int address;
    if (sizeClass < counts.length && counts[sizeClass] > 0) {
      address = stacks[sizeClass][--counts[sizeClass]];
    } else {
      address = parent.allocate(granted);
    }
    counters.granted(slots, granted);
    return address;
  }

  @Override
  public void free(int address, int slots) {
    counters.freed(slots);
    int sizeClass = classOf(slots);
    if (hasRoom(sizeClass)) {
      stacks[sizeClass][counts[sizeClass]++] = address;
    } else {
      parent.free(address, classSlots(sizeClass));
    }
  }

  /** Makes room for one more address; false if memory lacks, the parent then gets the block. */
  private boolean hasRoom(int sizeClass) {
    if (sizeClass < counts.length
        && stacks[sizeClass] != null
        && counts[sizeClass] < stacks[sizeClass].length) {
      return true;
    }
    try {
      grow(sizeClass);
      return true;
    } catch (OutOfMemoryError lacking) {
      return false;
    }
  }

  private void grow(int sizeClass) {
    if (sizeClass >= counts.length) {
      int classes = Math.max(sizeClass + 1, 2 * counts.length);
      int[] moreCounts = Arrays.copyOf(counts, classes);
      stacks = Arrays.copyOf(stacks, classes);
      counts = moreCounts;
    }
    int[] stack = stacks[sizeClass];
    stacks[sizeClass] =
        stack == null ? new int[FIRST_STACK] : Arrays.copyOf(stack, 2 * stack.length);
  }

  @Override
  public void reset() {
    counters.reset();
    stacks = new int[8][];
    counts = new int[8];
    parent.reset();
  }

  @Override
  public Telemetry telemetry() {
    Telemetry below = parent.telemetry();
    long bytes = 4L * counts.length + 4L * stacks.length;
    for (int[] stack : stacks) {
      bytes += stack == null ? 0 : 16 + 4L * stack.length;
    }
    return counters.snapshot(below.slotsReserved(), 0, bytes + below.metadataBytes());
  }
}
