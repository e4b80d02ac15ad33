package org.hamtlab.spi;

/**
 * The counters that every allocator keeps, in one place so that all count alike. Call {@link
 * #granted} after a request has succeeded and {@link #freed} for a block taken back.
 */
public final class AllocationCounters {
  private long allocations;
  private long frees;
  private long slotsRequested;
  private long slotsGranted;
  private long slotsLive;
  private long highWaterSlots;
  private long fallbacks;

  /** Creates counters at zero. */
  public AllocationCounters() {}

  /** Counts a granted request of {@code requested} slots that occupies {@code granted}. */
  public void granted(int requested, int granted) {
    allocations++;
    slotsRequested += requested;
    slotsGranted += granted;
    slotsLive += requested;
    if (slotsLive > highWaterSlots) {
      highWaterSlots = slotsLive;
    }
  }

  /** Counts a block of {@code requested} slots taken back. */
  public void freed(int requested) {
    frees++;
    slotsLive -= requested;
  }

  /** Counts a request that the parent served. */
  public void fellBack() {
    fallbacks++;
  }

  /** Forgets the live slots; the cumulative counters stay. */
  public void reset() {
    slotsLive = 0;
  }

  /** A snapshot; the arguments are what only the allocator knows. */
  public Telemetry snapshot(long slotsReserved, long capacitySlots, long metadataBytes) {
    return new Telemetry(
        allocations,
        frees,
        slotsRequested,
        slotsGranted,
        slotsLive,
        slotsReserved,
        highWaterSlots,
        capacitySlots,
        fallbacks,
        0,
        metadataBytes);
  }
}
