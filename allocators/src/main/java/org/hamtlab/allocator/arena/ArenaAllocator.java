package org.hamtlab.allocator.arena;

import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Cuts blocks from the front of chunks and frees them all at once.
 *
 * <pre>
 * chunk  [ block | block | block | … unused … ]
 *                                ▲ next        ▲ end
 * </pre>
 *
 * <p><b>Cost.</b> An addition and a comparison a block; single blocks are not used again.
 *
 * <p><b>Source.</b> David R. Hanson, Fast allocation and deallocation of memory based on object
 * lifetimes, Software: Practice and Experience 20(1), 1990, doi:10.1002/spe.4380200104.
 *
 * <p><b>Deviations.</b> Chunks come from the layout's memory; a request larger than a chunk gets
 * one of its own size.
 */
public final class ArenaAllocator implements Allocator {
  private static final int LARGEST_DOUBLED = 1 << 20;

  private final AllocationCounters counters = new AllocationCounters();
  private final SlotMemory memory;
  private final int firstChunkSlots;
  private final boolean doubling;

  private int chunkSlots;
  private int next;
  private int end;
  private long reservedSlots;

  /**
   * Creates an arena that reserves nothing yet.
   *
   * @param memory where chunks come from
   * @param chunkSlots size of the first chunk in slots
   * @param doubling whether each chunk is twice the one before, up to 2^20 slots
   */
  public ArenaAllocator(SlotMemory memory, int chunkSlots, boolean doubling) {
    this.memory = memory;
    this.firstChunkSlots = chunkSlots;
    this.chunkSlots = chunkSlots;
    this.doubling = doubling;
  }

  @Override
  public int allocate(int slots) {
    int unit = memory.unitSlots();
    int units = (slots + unit - 1) / unit;
    if (units > end - next) {
      return allocateInNewChunk(slots, units, unit);
    }
    int address = next;
    next += units;
    counters.granted(slots, units * unit);
    return address;
  }

  private int allocateInNewChunk(int slots, int units, int unit) {
    int size = Math.max(chunkSlots, units * unit);
    int address = memory.reserve(size);
    reservedSlots += size;
    counters.granted(slots, units * unit);
    if (size - units * unit >= (end - next) * unit) {
      next = address + units;
      end = address + size / unit;
    }
    if (doubling && chunkSlots < LARGEST_DOUBLED) {
      chunkSlots *= 2;
    }
    return address;
  }

  @Override
  public void free(int address, int slots) {
    int unit = memory.unitSlots();
    counters.abandoned(slots, (slots + unit - 1) / unit * unit);
  }

  @Override
  public void reset() {
    counters.reset();
    chunkSlots = firstChunkSlots;
    next = 0;
    end = 0;
    reservedSlots = 0;
  }

  @Override
  public Telemetry telemetry() {
    long unused = (long) (end - next) * memory.unitSlots();
    return counters.snapshot(reservedSlots, 0, 0).withReusable(unused, unused);
  }
}
