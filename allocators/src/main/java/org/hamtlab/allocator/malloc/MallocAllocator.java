package org.hamtlab.allocator.malloc;

import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.BlockAddresses;
import org.hamtlab.spi.Telemetry;

/**
 * The C library's malloc, one call a block.
 *
 * <p>An address counts units of 16 bytes, malloc's alignment, in a window of 2^30 units centred on
 * the first block; see {@link MallocBlocks} for what lies outside.
 *
 * <p><b>Cost.</b> A critical downcall a block, and 12 bytes of table.
 *
 * <p><b>Source.</b> malloc(3) of the C library that the JVM runs on.
 */
public final class MallocAllocator implements Allocator, BlockAddresses {
  private static final int UNIT_SLOTS = 4;
  private static final int SLOT_BYTES = 4;

  private final AllocationCounters counters = new AllocationCounters();
  private final MallocBlocks blocks = new MallocBlocks();

  /** Creates the allocator. */
  public MallocAllocator() {}

  @Override
  public int allocate(int slots) {
    int address = blocks.allocate((long) slots * SLOT_BYTES);
    counters.granted(slots, rounded(slots));
    return address;
  }

  @Override
  public void free(int address, int slots) {
    blocks.free(address);
    counters.freed(slots, rounded(slots));
  }

  private static int rounded(int slots) {
    return (slots + UNIT_SLOTS - 1) / UNIT_SLOTS * UNIT_SLOTS;
  }

  @Override
  public void reset() {
    blocks.freeAll();
    counters.reset();
  }

  @Override
  public Telemetry telemetry() {
    return counters.snapshot(blocks.liveUnits() * UNIT_SLOTS, 0, blocks.tableBytes());
  }

  @Override
  public long machineAddress(int address) {
    return blocks.machineAddress(address);
  }

  @Override
  public int unitSlots() {
    return UNIT_SLOTS;
  }

  @Override
  public int reserve(int slots) {
    return blocks.allocate((long) slots * SLOT_BYTES);
  }

  @Override
  public Runnable release() {
    return blocks::release;
  }

  /** Units that had to be addressed through the overflow table. */
  int overflowUnits() {
    return blocks.overflowUnits();
  }
}
