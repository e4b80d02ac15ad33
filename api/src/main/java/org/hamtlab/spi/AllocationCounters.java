package org.hamtlab.spi;

import java.util.Map;

/**
 * The counters that every allocator keeps, in one place so that all count alike. Call {@link
 * #granted} after a request has succeeded and {@link #freed} or {@link #abandoned} for a block
 * taken back, with the numbers it was granted with.
 */
public final class AllocationCounters {
  private long allocations;
  private long frees;
  private long slotsRequested;
  private long slotsGranted;
  private long slotsLive;
  private long highWaterSlots;
  private long fallbacks;
  private long fallbacksOversize;
  private long firstFallback;
  private long slotsOccupied;
  private long slotsAbandoned;

  /** Creates counters at zero. */
  public AllocationCounters() {}

  /** Counts a granted request of {@code requested} slots that occupies {@code granted}. */
  public void granted(int requested, int granted) {
    allocations++;
    slotsRequested += requested;
    slotsGranted += granted;
    slotsOccupied += granted;
    slotsLive += requested;
    if (slotsLive > highWaterSlots) {
      highWaterSlots = slotsLive;
    }
  }

  /** Counts a block taken back that occupied no more than was requested. */
  public void freed(int requested) {
    freed(requested, requested);
  }

  /** Counts a block of {@code requested} slots taken back that occupied {@code granted}. */
  public void freed(int requested, int granted) {
    frees++;
    slotsLive -= requested;
    slotsOccupied -= granted;
  }

  /** As {@link #freed}, of a block that nothing can use before a reset. */
  public void abandoned(int requested, int granted) {
    freed(requested, granted);
    slotsAbandoned += granted;
  }

  /**
   * Counts a request that the parent served, after it was counted as granted.
   *
   * @param oversize whether not even an empty reserve could have served it
   */
  public void fellBack(boolean oversize) {
    fallbacks++;
    fallbacksOversize += oversize ? 1 : 0;
    if (firstFallback == 0) {
      firstFallback = allocations;
    }
  }

  /** Counts abandoned slots that can be granted again after all. */
  public void usableAgain(long slots) {
    slotsAbandoned -= slots;
  }

  /**
   * Adds what another counted. High-water marks add up to an upper bound, the number of the first
   * fallback is the smaller one.
   */
  public void add(AllocationCounters other) {
    allocations += other.allocations;
    frees += other.frees;
    slotsRequested += other.slotsRequested;
    slotsGranted += other.slotsGranted;
    slotsLive += other.slotsLive;
    highWaterSlots += other.highWaterSlots;
    fallbacks += other.fallbacks;
    fallbacksOversize += other.fallbacksOversize;
    slotsOccupied += other.slotsOccupied;
    slotsAbandoned += other.slotsAbandoned;
    if (firstFallback == 0 || other.firstFallback > 0 && other.firstFallback < firstFallback) {
      firstFallback = other.firstFallback;
    }
  }

  /** Slots requested since creation. */
  public long slotsRequested() {
    return slotsRequested;
  }

  /** Forgets the live slots; the cumulative counters stay. */
  public void reset() {
    slotsLive = 0;
    slotsOccupied = 0;
    slotsAbandoned = 0;
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
        metadataBytes,
        slotsOccupied,
        slotsAbandoned,
        0,
        0,
        fallbacksOversize,
        firstFallback,
        Map.of());
  }
}
