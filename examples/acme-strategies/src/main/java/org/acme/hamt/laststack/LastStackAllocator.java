package org.acme.hamt.laststack;

import java.util.Arrays;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Cuts blocks from chunks and hands the few that were freed last out again, if the size is the same.
 *
 * <pre>
 * remembered  [ address, slots | address, slots | … ]   a ring: the oldest is overwritten
 * </pre>
 *
 * <p><b>Cost.</b> One pass over the ring a request.
 *
 * <p><b>Source.</b> acme.
 */
public final class LastStackAllocator implements Allocator {
  private final AllocationCounters counters = new AllocationCounters();
  private final SlotMemory memory;
  private final int chunkSlots;
  private final int[] addresses;
  private final int[] sizes;
  private int oldest;
  private int next;
  private int end;
  private long reservedSlots;

  /**
   * Creates an allocator that reserves nothing yet.
   *
   * @param memory where chunks come from
   * @param chunkSlots size of a chunk
   * @param remembered how many freed blocks are remembered
   */
  public LastStackAllocator(SlotMemory memory, int chunkSlots, int remembered) {
    this.memory = memory;
    this.chunkSlots = chunkSlots;
    this.addresses = new int[remembered];
    this.sizes = new int[remembered];
  }

  @Override
  public int allocate(int slots) {
    int unit = memory.unitSlots();
    int units = (slots + unit - 1) / unit;
    int address = remembered(slots);
    if (address < 0) {
      address = cut(units, unit);
    }
    counters.granted(slots, units * unit);
    return address;
  }

  private int remembered(int slots) {
    for (int index = 0; index < sizes.length; index++) {
      if (sizes[index] == slots) {
        sizes[index] = 0;
        return addresses[index];
      }
    }
    return -1;
  }

  private int cut(int units, int unit) {
    if (units > end - next) {
      int size = Math.max(chunkSlots, units * unit);
      next = memory.reserve(size);
      end = next + size / unit;
      reservedSlots += size;
    }
    int address = next;
    next += units;
    return address;
  }

  @Override
  public void free(int address, int slots) {
    int unit = memory.unitSlots();
    counters.freed(slots, (slots + unit - 1) / unit * unit);
    addresses[oldest] = address;
    sizes[oldest] = slots;
    oldest = (oldest + 1) % sizes.length;
  }

  @Override
  public void reset() {
    counters.reset();
    Arrays.fill(sizes, 0);
    next = 0;
    end = 0;
    reservedSlots = 0;
  }

  @Override
  public Telemetry telemetry() {
    return counters.snapshot(reservedSlots, 0, 8L * sizes.length);
  }
}
