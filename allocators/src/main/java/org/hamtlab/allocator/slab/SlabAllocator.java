package org.hamtlab.allocator.slab;

import java.util.Arrays;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Cuts slabs into equal blocks, one size a slab; a slab that has become empty serves any size.
 *
 * <pre>
 * class 3  slab [ 3 | 3 | · | 3 | … ]  slab [ · | 3 | … ]   those with free blocks are listed
 * class 5  slab [ 5 | · | · | … ]
 * empty    slab [ ······· ]
 * </pre>
 *
 * <p><b>Cost.</b> A list's head and a bit set a request; a binary search for the slab a free. One
 * bit a block and 28 bytes a slab, out of band. Each class keeps up to one slab barely used.
 *
 * <p><b>Source.</b> Jeff Bonwick, The slab allocator: an object-caching kernel memory allocator,
 * USENIX Summer 1994.
 *
 * <p><b>Deviations.</b> No object caches and no colouring, since an allocator never touches what is
 * in blocks. Requests above an eighth of a slab are the parent's.
 */
public final class SlabAllocator implements Allocator {
  private static final int EMPTY = 0;

  /** A slab holds at least so many blocks, so that its rest wastes at most an eighth. */
  private static final int FEWEST_BLOCKS = 8;

  private final AllocationCounters counters = new AllocationCounters();
  private final SlotMemory memory;
  private final Allocator parent;
  private final int slabSlots;

  private SlabLists lists = new SlabLists();
  private int slabs;

  /** Units in free blocks and empty slabs; a slab's rest that makes no block is not counted. */
  private long freeUnits;

  private long bitmapBytes;

  /** By number: first address, units of a block or 0 for an empty slab, blocks that are live. */
  private int[] starts = new int[4];

  private int[] blockUnits = new int[4];
  private int[] used = new int[4];
  private long[][] taken = new long[4][];

  /** Numbers of slabs in the order of their addresses. */
  private int[] byAddress = new int[4];

  /**
   * Creates an allocator without slabs.
   *
   * @param memory where slabs come from
   * @param parent serves what is too large for a slab
   * @param slabSlots size of a slab
   */
  public SlabAllocator(SlotMemory memory, Allocator parent, int slabSlots) {
    this.memory = memory;
    this.parent = parent;
    this.slabSlots = slabSlots;
  }

  private int slabUnits() {
    return slabSlots / memory.unitSlots();
  }

  private boolean isLarge(int units) {
    return (long) units * FEWEST_BLOCKS > slabUnits();
  }

  @Override
  public int allocate(int slots) {
    int unit = memory.unitSlots();
    int units = (slots + unit - 1) / unit;
    if (isLarge(units)) {
      int address = parent.allocate(slots);
      counters.granted(slots, 0);
      counters.fellBack(true);
      return address;
    }
    int slab = lists.first(units);
    if (slab < 0) {
      slab = slabFor(units);
    }
    int block = firstFree(taken[slab]);
    taken[slab][block >>> 6] |= 1L << block;
    if (++used[slab] == slabUnits() / units) {
      lists.remove(units, slab);
    }
    freeUnits -= units;
    counters.granted(slots, units * unit);
    return starts[slab] + block * units;
  }

  private static int firstFree(long[] bits) {
    int word = 0;
    while (bits[word] == -1L) {
      word++;
    }
    return (word << 6) + Long.numberOfTrailingZeros(~bits[word]);
  }

  /** Puts an empty slab, or a new one, into the list of a size. */
  private int slabFor(int units) {
    int slab = lists.first(EMPTY);
    long[] bits = new long[(slabUnits() / units + 63) >>> 6];
    lists.makeRoom(units, slabs);
    if (slab < 0) {
      slab = newSlab();
    } else {
      lists.remove(EMPTY, slab);
      freeUnits -= slabUnits();
      bitmapBytes -= bytesOf(taken[slab]);
    }
    freeUnits += slabUnits() / units * units;
    bitmapBytes += bytesOf(bits);
    blockUnits[slab] = units;
    used[slab] = 0;
    taken[slab] = bits;
    lists.push(units, slab);
    return slab;
  }

  private static long bytesOf(long[] bits) {
    return 16 + 8L * bits.length;
  }

  private int newSlab() {
    if (slabs == starts.length) {
      int length = 2 * slabs;
      starts = Arrays.copyOf(starts, length);
      blockUnits = Arrays.copyOf(blockUnits, length);
      used = Arrays.copyOf(used, length);
      taken = Arrays.copyOf(taken, length);
      byAddress = Arrays.copyOf(byAddress, length);
    }
    starts[slabs] = memory.reserve(slabSlots);
    int rank = slabs;
    for (; rank > 0 && starts[byAddress[rank - 1]] > starts[slabs]; rank--) {
      byAddress[rank] = byAddress[rank - 1];
    }
    byAddress[rank] = slabs;
    return slabs++;
  }

  @Override
  public void free(int address, int slots) {
    int unit = memory.unitSlots();
    int units = (slots + unit - 1) / unit;
    if (isLarge(units)) {
      parent.free(address, slots);
      counters.freed(slots, 0);
      return;
    }
    int slab = slabOf(address);
    int block = (address - starts[slab]) / units;
    taken[slab][block >>> 6] &= ~(1L << block);
    if (used[slab]-- == slabUnits() / units) {
      lists.push(units, slab);
    }
    freeUnits += units;
    if (used[slab] == 0) {
      freeUnits += slabUnits() - slabUnits() / units * units;
      lists.remove(units, slab);
      blockUnits[slab] = 0;
      lists.push(EMPTY, slab);
    }
    counters.freed(slots, units * unit);
  }

  private int slabOf(int address) {
    int low = 0;
    int high = slabs - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[byAddress[middle]] <= address) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return byAddress[low];
  }

  @Override
  public void reset() {
    counters.reset();
    lists = new SlabLists();
    slabs = 0;
    freeUnits = 0;
    bitmapBytes = 0;
    parent.reset();
  }

  @Override
  public Telemetry telemetry() {
    int unit = memory.unitSlots();
    long bytes = lists.tableBytes() + 5 * 16L + 24L * starts.length + bitmapBytes;
    int longest =
        lists.first(EMPTY) >= 0
            ? slabUnits() / FEWEST_BLOCKS
            : lists.lastFilled(slabUnits() / FEWEST_BLOCKS);
    return counters
        .snapshot((long) slabs * slabSlots, 0, bytes)
        .withReusable(freeUnits * unit, (long) longest * unit)
        .beside(parent.telemetry());
  }
}
