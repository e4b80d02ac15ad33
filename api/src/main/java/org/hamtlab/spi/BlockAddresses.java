package org.hamtlab.spi;

/** Translates block addresses of an allocator that owns its native memory, such as malloc. */
public interface BlockAddresses {

  /** The machine address of the first byte of the block at {@code address}. */
  long machineAddress(int address);

  /** Slots per address unit, as in {@link SlotMemory#unitSlots()}. */
  int unitSlots();

  /** A region for allocators stacked above, as in {@link SlotMemory#reserve(int)}. */
  int reserve(int slots);

  /**
   * An action that frees everything still allocated. It may run twice and on any thread, and holds
   * no reference to the map.
   */
  Runnable release();
}
