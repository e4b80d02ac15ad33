package org.hamtlab.allocator.firstfit;

import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * A heap whose free runs are searched from the lowest address; the first that is long enough is
 * split, and a block that comes back is joined with its free neighbours.
 *
 * <pre>
 * heap  [ header | block ·· ][ free      ][ header | block ][ free                 ]
 *       ◀ aligned size ────▶   run 0                          run 1
 * </pre>
 *
 * <p><b>Cost.</b> A request looks at the free runs below its place; a free moves the runs above its
 * own. The header's slots a block, rounded up to the alignment; 8 bytes a free run, out of band.
 *
 * <p><b>Source.</b> Knuth, The Art of Computer Programming 1, 2.5, algorithms A and B; the shared
 * heap of sharedhash: 2 MiB, headers and alignment of 16 bytes.
 *
 * <p><b>Deviations.</b> Headers are granted and never written, since sizes come back with their
 * blocks. A rest of any size stays in the list, too small for a block as it may be, until a
 * neighbour joins it. Alignment is that of the heap's first slot. The heap may grow by others.
 */
public final class FirstFitAllocator implements Allocator {
  private static final int LARGEST_DOUBLED = 1 << 20;

  private final AllocationCounters counters = new AllocationCounters();
  private final SlotMemory memory;
  private final int firstHeapSlots;
  private final int headerSlots;
  private final int alignmentSlots;
  private final Growth growth;

  private FreeRuns runs = new FreeRuns();
  private int heapSlots;
  private long blocks;
  private long reservedSlots;

  /** What happens when no free run is long enough. */
  public enum Growth {
    /** The request is refused. */
    NONE,
    /** Another heap of the same size. */
    FIXED,
    /** Another heap of twice the size, up to 2^20 slots. */
    DOUBLE
  }

  /**
   * Creates an allocator that reserves nothing until the first request.
   *
   * @param memory where heaps come from
   * @param heapSlots size of the first heap
   * @param headerSlots slots before every block that nobody writes
   * @param alignmentSlots sizes, headers included, are rounded up to a multiple; a power of two
   * @param growth what happens when no free run is long enough
   */
  public FirstFitAllocator(
      SlotMemory memory, int heapSlots, int headerSlots, int alignmentSlots, Growth growth) {
    this.memory = memory;
    this.firstHeapSlots = heapSlots;
    this.heapSlots = heapSlots;
    this.headerSlots = headerSlots;
    this.alignmentSlots = alignmentSlots;
    this.growth = growth;
  }

  @Override
  public int allocate(int slots) {
    int unit = memory.unitSlots();
    int size = occupied(slots, unit);
    runs.makeRoomFor(blocks + 1);
    int start = runs.take(size / unit);
    if (start < 0) {
      addHeap(slots, size, unit);
      start = runs.take(size / unit);
    }
    blocks++;
    counters.granted(slots, size);
    return start + header(unit) / unit;
  }

  /** Slots that a block occupies with its header, whole units and aligned. */
  private int occupied(int slots, int unit) {
    int alignment = Math.max(alignmentSlots, unit);
    long size = (long) header(unit) + slots + alignment - 1;
    return (int) Math.min(Integer.MAX_VALUE - alignment, size) / alignment * alignment;
  }

  private int header(int unit) {
    return (headerSlots + unit - 1) / unit * unit;
  }

  private void addHeap(int slots, int size, int unit) {
    if (growth == Growth.NONE && (reservedSlots > 0 || size > firstHeapSlots)) {
      throw new AllocationException(
          "first-fit: "
              + slots
              + " slots requested, with header and alignment "
              + size
              + " (expected a free run so long, the longest has "
              + (long) runs.longest() * unit
              + " of "
              + runs.free() * unit
              + " free slots). Raise heap, or let it grow.");
    }
    int alignment = Math.max(alignmentSlots, unit);
    int heap = Math.max(size, heapSlots / alignment * alignment);
    int start = memory.reserve(heap);
    runs.addHeap(start, heap / unit);
    reservedSlots += heap;
    if (growth == Growth.DOUBLE && heapSlots < LARGEST_DOUBLED) {
      heapSlots *= 2;
    }
  }

  @Override
  public void free(int address, int slots) {
    int unit = memory.unitSlots();
    int size = occupied(slots, unit);
    runs.add(address - header(unit) / unit, size / unit);
    blocks--;
    counters.freed(slots, size);
  }

  @Override
  public void reset() {
    counters.reset();
    runs = new FreeRuns();
    heapSlots = firstHeapSlots;
    blocks = 0;
    reservedSlots = 0;
  }

  @Override
  public Telemetry telemetry() {
    int unit = memory.unitSlots();
    return counters
        .snapshot(reservedSlots, growth == Growth.NONE ? firstHeapSlots : 0, runs.tableBytes())
        .withReusable(runs.free() * unit, (long) runs.longest() * unit);
  }
}
