package org.hamtlab.spi;

/**
 * Where a block of slots stands, for drawings and counts of cache lines.
 *
 * @param firstSlot its first slot: in a memory that the layout holds, counted from the first slot
 *     of that memory; in native blocks of an allocator, the machine address in slots
 * @param slots its size as requested of the allocator
 */
public record SlotBlock(long firstSlot, int slots) {
  /** Bytes of a slot, a word or a compressed reference. */
  public static final int SLOT_BYTES = 4;

  /** The first slot behind the block. */
  public long endSlot() {
    return firstSlot + slots;
  }
}
