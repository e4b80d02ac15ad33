package org.hamtlab.allocator.quota;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Refuses a request that would bring the live slots above a limit.
 *
 * <p>Live is what was requested and has not come back. A parent that rounds up, or never uses a
 * block again, holds more of the memory than that.
 *
 * <p><b>Cost.</b> An addition and a comparison a call.
 *
 * <p><b>Source.</b> hamtlab.
 */
public final class QuotaAllocator implements Allocator {
  private final Allocator parent;
  private final String parentName;
  private final int slots;
  private long live;

  /**
   * Creates the decorator.
   *
   * @param parent serves what is not refused
   * @param parentName its name for messages
   * @param slots most slots that may be live
   */
  public QuotaAllocator(Allocator parent, String parentName, int slots) {
    this.parent = parent;
    this.parentName = parentName;
    this.slots = slots;
  }

  @Override
  public int allocate(int requested) {
    if (requested > slots - live) {
      throw refusal(requested);
    }
    int address = parent.allocate(requested);
    live += requested;
    return address;
  }

  private AllocationException refusal(int requested) {
    return new AllocationException(
        "quota{slots="
            + slots
            + ",parent="
            + parentName
            + "}: "
            + (live + requested)
            + " live slots, "
            + requested
            + " of them requested now (expected at most "
            + slots
            + "). Remove entries, or raise slots.");
  }

  @Override
  public void free(int address, int requested) {
    parent.free(address, requested);
    live -= requested;
  }

  @Override
  public void reset() {
    parent.reset();
    live = 0;
  }

  @Override
  public void endTask() {
    parent.endTask();
  }

  @Override
  public Telemetry telemetry() {
    return parent.telemetry();
  }
}
