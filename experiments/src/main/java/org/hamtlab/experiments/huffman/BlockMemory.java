package org.hamtlab.experiments.huffman;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.hamtlab.memory.LibC;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.BlockAddresses;
import org.hamtlab.spi.SlotMemory;

/**
 * Native words that blocks stand in, one stretch of them reserved as a whole and touched as it is
 * used. A slot is a word of 4 bytes.
 *
 * <pre>
 * base  [ region | region | … untouched … ]      address a stands at base + 4 a
 * </pre>
 *
 * <p>An allocator with native blocks of its own translates addresses instead.
 */
final class BlockMemory implements SlotMemory, AutoCloseable {
  /** Bytes of a slot. */
  static final int SLOT_BYTES = 4;

  private static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  /** Regions begin where lines and pages do, so that none shares a line with another. */
  private static final int REGION_SLOTS = 64;

  private final long start;
  private final long base;
  private final int limit;
  private int end;
  private BlockAddresses translation;

  /**
   * Reserves memory.
   *
   * @param slots capacity; what is not touched costs nothing
   */
  BlockMemory(int slots) {
    limit = slots;
    long padding = (long) REGION_SLOTS * SLOT_BYTES;
    start = LibC.malloc((long) slots * SLOT_BYTES + padding);
    if (start == 0) {
      throw new AllocationException(
          "memory: " + slots + " slots (expected the C library to grant them). Use less input.");
    }
    base = (start + padding - 1) / padding * padding;
  }

  @Override
  public int unitSlots() {
    return translation == null ? 1 : translation.unitSlots();
  }

  @Override
  public synchronized int reserve(int slots) {
    if (translation != null) {
      return translation.reserve(slots);
    }
    if (slots > limit - end) {
      throw new AllocationException(
          "memory: "
              + slots
              + " slots requested, "
              + (limit - end)
              + " of "
              + limit
              + " left (expected enough for allocators that use blocks again). "
              + (slots > limit
                  ? "Name smaller heaps, chunks or pools."
                  : "Use less input, or --freeing reset."));
    }
    int address = end;
    end += (slots + REGION_SLOTS - 1) / REGION_SLOTS * REGION_SLOTS;
    end = Math.min(end, limit);
    return address;
  }

  @Override
  public void translateBy(BlockAddresses addresses) {
    translation = addresses;
  }

  /** Gives every region back, after the allocators were reset. */
  void reset() {
    end = 0;
  }

  /** Where a block stands. */
  long at(int address) {
    return translation == null
        ? base + (long) address * SLOT_BYTES
        : translation.machineAddress(address);
  }

  /** Copies bytes into a block. */
  static void copy(byte[] from, int index, long to, int length) {
    MemorySegment.copy(from, index, EVERYTHING, ValueLayout.JAVA_BYTE, to, length);
  }

  /** Reads an unsigned byte. */
  static int unsignedByte(long address) {
    return EVERYTHING.get(ValueLayout.JAVA_BYTE, address) & 0xff;
  }

  static int word(long address) {
    return EVERYTHING.get(ValueLayout.JAVA_INT, address);
  }

  static void setWord(long address, int word) {
    EVERYTHING.set(ValueLayout.JAVA_INT, address, word);
  }

  @Override
  public void close() {
    if (translation != null) {
      translation.release().run();
    }
    LibC.free(start);
  }
}
