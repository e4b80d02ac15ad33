package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * An allocator for tests of layouts: a region or an array of its own for each block, a check of
 * what comes back, and failures on demand.
 */
public final class TestAllocator implements Allocator {
  private final SlotMemory memory;
  private final boolean ownArrays;
  private final AllocationCounters counters = new AllocationCounters();
  private final List<List<Integer>> live = new ArrayList<>();
  private boolean isFailing;

  /**
   * Creates an allocator.
   *
   * @param memory where regions come from
   * @param ownArrays whether blocks are arrays of their own instead
   */
  public TestAllocator(SlotMemory memory, boolean ownArrays) {
    this.memory = memory;
    this.ownArrays = ownArrays;
  }

  /** Makes every request fail, or no longer. */
  public void fail(boolean failing) {
    isFailing = failing;
  }

  /** Whether a block was granted there with that size and not taken back. */
  public boolean isLive(long address, int slots) {
    return address != FRESH
        && live.stream().anyMatch(block -> block.get(0) == address && block.get(1) == slots);
  }

  @Override
  public int allocate(int slots) {
    if (isFailing) {
      throw new AllocationException("test allocator: refused, as the test wants");
    }
    int address = ownArrays ? FRESH : memory.reserve(slots);
    live.add(List.of(address, slots));
    counters.granted(slots, slots);
    return address;
  }

  @Override
  public void free(int address, int slots) {
    if (!live.remove(List.of(address, slots))) {
      throw new IllegalStateException(
          "test allocator: free of block " + address + " with " + slots + " slots (expected live)");
    }
    counters.freed(slots);
  }

  @Override
  public void reset() {
    live.clear();
    counters.reset();
  }

  @Override
  public Telemetry telemetry() {
    return counters.snapshot(0, 0, 0);
  }
}
