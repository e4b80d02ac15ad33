package org.hamtlab.spi;

import java.util.HashMap;
import java.util.Map;

/**
 * What an allocator has done, as one snapshot. Slots are those of the layout's memory.
 *
 * @param allocations requests granted since creation, fallbacks included
 * @param frees blocks taken back one by one since creation
 * @param slotsRequested sum of the requests granted, abandoned blocks included
 * @param slotsGranted sum of the slots that those requests occupied, headers included; what exceeds
 *     {@code slotsRequested} is internal fragmentation
 * @param slotsLive slots requested and not taken back
 * @param slotsReserved slots that the allocator and its parents hold from the memory now
 * @param highWaterSlots largest {@code slotsLive} seen
 * @param capacitySlots size of a reserve, all that it has grown by included; 0 where there is none
 * @param fallbacks requests that the parent served because the own reserve could not
 * @param lockAcquisitions locks taken
 * @param metadataBytes bytes of the allocator's own tables
 * @param slotsOccupied slots that live blocks occupy now, headers included
 * @param slotsAbandoned slots of blocks taken back that nothing can use before a reset
 * @param slotsReusable slots that were taken back, or never granted, and that a request may be
 *     granted now without asking the memory
 * @param largestReusable the largest request that those slots could serve now, header included
 * @param fallbacksOversize fallbacks of requests that not even an empty reserve could have served;
 *     the others came when it was full
 * @param firstFallback number of the first request that fell back, counted from 1; 0 for none
 * @param locksPerSite locks taken by call site, where an allocator counts them
 */
public record Telemetry(
    long allocations,
    long frees,
    long slotsRequested,
    long slotsGranted,
    long slotsLive,
    long slotsReserved,
    long highWaterSlots,
    long capacitySlots,
    long fallbacks,
    long lockAcquisitions,
    long metadataBytes,
    long slotsOccupied,
    long slotsAbandoned,
    long slotsReusable,
    long largestReusable,
    long fallbacksOversize,
    long firstFallback,
    Map<String, Long> locksPerSite) {

  /** Copies the map; none is an empty one, as in older bundles. */
  public Telemetry {
    locksPerSite = locksPerSite == null ? Map.of() : Map.copyOf(locksPerSite);
  }

  /** Slots requested in percent of the capacity; above 100 when a parent helped. 0 without one. */
  public double utilisation() {
    return capacitySlots == 0 ? 0 : 100.0 * slotsRequested / capacitySlots;
  }

  /** The part of the slots occupied now that nobody asked for, 0 to 1. */
  public double internalFragmentation() {
    return slotsOccupied == 0 ? 0 : 1 - (double) slotsLive / slotsOccupied;
  }

  /** The part of the reusable slots that the largest request possible could not use, 0 to 1. */
  public double externalFragmentation() {
    return slotsReusable == 0 ? 0 : 1 - (double) largestReusable / slotsReusable;
  }

  /** These counters with what can be used again. */
  public Telemetry withReusable(long slots, long largest) {
    return with(slots, largest, lockAcquisitions, locksPerSite);
  }

  /** These counters with further locks. */
  public Telemetry withLocks(Map<String, Long> sites) {
    long more = sites.values().stream().mapToLong(Long::longValue).sum();
    return with(
        slotsReusable, largestReusable, lockAcquisitions + more, merged(locksPerSite, sites));
  }

  private Telemetry with(long reusable, long largest, long locks, Map<String, Long> sites) {
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
        locks,
        metadataBytes,
        slotsOccupied,
        slotsAbandoned,
        reusable,
        largest,
        fallbacksOversize,
        firstFallback,
        sites);
  }

  private static Map<String, Long> merged(Map<String, Long> some, Map<String, Long> others) {
    Map<String, Long> all = new HashMap<>(some);
    others.forEach((site, count) -> all.merge(site, count, Long::sum));
    return all;
  }

  /**
   * The counters of an allocator that cuts its blocks from what a parent granted: requests and
   * blocks are its own, what it holds and what happened below is the sum of both.
   */
  public Telemetry over(Telemetry parent) {
    return sum(parent, 0, 0);
  }

  /** As {@link #over}, where blocks of the parent are handed on beside its own. */
  public Telemetry beside(Telemetry parent) {
    return sum(parent, parent.slotsGranted, parent.slotsOccupied);
  }

  private Telemetry sum(Telemetry parent, long granted, long occupied) {
    return new Telemetry(
        allocations,
        frees,
        slotsRequested,
        slotsGranted + granted,
        slotsLive,
        slotsReserved + parent.slotsReserved,
        highWaterSlots,
        capacitySlots,
        fallbacks + parent.fallbacks,
        lockAcquisitions + parent.lockAcquisitions,
        metadataBytes + parent.metadataBytes,
        slotsOccupied + occupied,
        slotsAbandoned + parent.slotsAbandoned,
        slotsReusable + parent.slotsReusable,
        Math.max(largestReusable, parent.largestReusable),
        fallbacksOversize + parent.fallbacksOversize,
        firstFallback == 0 ? parent.firstFallback : firstFallback,
        merged(locksPerSite, parent.locksPerSite));
  }
}
