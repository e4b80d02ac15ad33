package org.hamtlab.spi;

/**
 * What an allocator has done, as one snapshot. Slots are those of the layout's memory.
 *
 * @param allocations requests granted since creation, fallbacks included
 * @param frees blocks taken back one by one since creation
 * @param slotsRequested sum of the requests granted, abandoned blocks included
 * @param slotsGranted sum of the slots that those requests occupied; what exceeds {@code
 *     slotsRequested} is internal fragmentation
 * @param slotsLive slots requested and not taken back
 * @param slotsReserved slots that the allocator and its parents hold from the memory now
 * @param highWaterSlots largest {@code slotsLive} seen
 * @param capacitySlots size of a fixed reserve, 0 where there is none
 * @param fallbacks requests that the parent served because the own reserve could not
 * @param lockAcquisitions locks taken
 * @param metadataBytes bytes of the allocator's own tables
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
    long metadataBytes) {

  /** Slots requested in percent of the capacity; above 100 when a parent helped. 0 without one. */
  public double utilisation() {
    return capacitySlots == 0 ? 0 : 100.0 * slotsRequested / capacitySlots;
  }
}
