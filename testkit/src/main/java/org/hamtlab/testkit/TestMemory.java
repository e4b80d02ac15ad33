package org.hamtlab.testkit;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.BlockAddresses;
import org.hamtlab.spi.SlotMemory;

/** A memory without content, for tests of allocators: it hands out addresses up to a limit. */
public final class TestMemory implements SlotMemory {
  private final int limit;
  private int end;
  private BlockAddresses translation;

  /**
   * Creates a memory.
   *
   * @param limit slots that it has
   */
  public TestMemory(int limit) {
    this.limit = limit;
  }

  @Override
  public int unitSlots() {
    return translation == null ? 1 : translation.unitSlots();
  }

  @Override
  public int reserve(int slots) {
    if (translation != null) {
      return translation.reserve(slots);
    }
    if (slots > limit - end) {
      throw new AllocationException("test memory: " + slots + " slots, " + (limit - end) + " left");
    }
    end += slots;
    return end - slots;
  }

  @Override
  public void translateBy(BlockAddresses addresses) {
    translation = addresses;
  }

  /** Hands out addresses from zero again, after its allocator was reset. */
  public void restart() {
    end = 0;
  }

  /** Frees what an allocator with native blocks still holds. */
  public void release() {
    if (translation != null) {
      translation.release().run();
    }
  }
}
