package org.hamtlab.allocator.leaking;

import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Keeps freed blocks from the allocator below it for ever: the bad control.
 *
 * <pre>
 * allocate ──▶ parent       free ──▶ counted as abandoned, parent not told
 * </pre>
 *
 * <p><b>Cost.</b> Every block ever granted stays reserved until a reset.
 *
 * <p><b>Source.</b> hamtlab (bad control).
 */
public final class LeakingAllocator implements Allocator {
  private final AllocationCounters counters = new AllocationCounters();
  private final Allocator parent;

  /**
   * Creates the control.
   *
   * @param parent grants the blocks
   */
  public LeakingAllocator(Allocator parent) {
    this.parent = parent;
  }

  @Override
  public int allocate(int slots) {
    int address = parent.allocate(slots);
    counters.granted(slots, slots);
    return address;
  }

  @Override
  public void free(int address, int slots) {
    counters.abandoned(slots, slots);
  }

  @Override
  public void reset() {
    counters.reset();
    parent.reset();
  }

  @Override
  public Telemetry telemetry() {
    return counters.snapshot(0, 0, 0).over(parent.telemetry());
  }
}
