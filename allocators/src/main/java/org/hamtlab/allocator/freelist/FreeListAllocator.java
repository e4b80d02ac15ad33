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

  /** Whether a class is a power of two, else a multiple of one. */
  private final boolean areDoubling;

  /** The binary logarithm of what classes are multiples of. */
  private final int multipleShift;

  private int[][] stacks = new int[8][];
  private int[] counts = new int[8];

  /**
   * Creates an empty free list.
   *
   * @param parent serves what no freed block fits
   * @param classes which sizes share a stack
   */
  public FreeListAllocator(Allocator parent, SizeClasses classes) {
    this.parent = parent;
    this.areDoubling = classes == SizeClasses.POWER_OF_TWO;
    this.multipleShift = classes == SizeClasses.ROUNDED ? 2 : 0;
  }

  /** Which sizes share a stack. */
  public enum SizeClasses {
    /** Every size has a stack of its own. */
    EXACT,
    /** A class is a multiple of four slots, as the 16 bytes that malloc rounds to. */
    ROUNDED,
    /** A class is a power of two. */
    POWER_OF_TWO
  }

  private int classOf(int slots) {
    return areDoubling
        ? 32 - Integer.numberOfLeadingZeros(slots - 1)
        : (slots + (1 << multipleShift) - 1) >>> multipleShift;
  }

  private int classSlots(int sizeClass) {
    return areDoubling ? 1 << sizeClass : sizeClass << multipleShift;
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
    int sizeClass = classOf(slots);
    counters.freed(slots, classSlots(sizeClass));
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

  /** Free blocks are reusable; the largest of them is what one request could get. */
  @Override
  public Telemetry telemetry() {
    long bytes = 4L * counts.length + 4L * stacks.length;
    long reusable = 0;
    long largest = 0;
    for (int sizeClass = 0; sizeClass < counts.length; sizeClass++) {
      bytes += stacks[sizeClass] == null ? 0 : 16 + 4L * stacks[sizeClass].length;
      if (counts[sizeClass] > 0) {
        reusable += (long) counts[sizeClass] * classSlots(sizeClass);
        largest = classSlots(sizeClass);
      }
    }
    return counters.snapshot(0, 0, bytes).withReusable(reusable, largest).over(parent.telemetry());
  }
}
