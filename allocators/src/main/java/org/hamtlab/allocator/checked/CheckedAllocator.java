package org.hamtlab.allocator.checked;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Asserts every call to the allocator below it: blocks do not overlap, come back once, and with the
 * size that they were granted with.
 *
 * <p><b>Cost.</b> A search tree of the live blocks; for tests.
 *
 * <p><b>Source.</b> The debugging layers of Heap Layers (emeryberger/Heap-Layers, heaps/debug).
 */
public final class CheckedAllocator implements Allocator {
  private final SlotMemory memory;
  private final Allocator parent;
  private final String parentName;
  private final TreeMap<Integer, Integer> live = new TreeMap<>();
  private final Map<Integer, Integer> freshBySize = new HashMap<>();

  /**
   * Creates the decorator.
   *
   * @param memory tells the unit of addresses
   * @param parent what is checked
   * @param parentName its name for messages
   */
  public CheckedAllocator(SlotMemory memory, Allocator parent, String parentName) {
    this.memory = memory;
    this.parent = parent;
    this.parentName = parentName;
  }

  @Override
  public int allocate(int slots) {
    if (slots < 1) {
      throw fault("request of " + slots + " slots", "at least 1 slot");
    }
    int address = parent.allocate(slots);
    if (address == FRESH) {
      freshBySize.merge(slots, 1, Integer::sum);
    } else {
      requireDisjoint(address, slots);
      live.put(address, slots);
    }
    return address;
  }

  private void requireDisjoint(int address, int slots) {
    if (address < 0) {
      throw fault("grant of address " + address, "an address of at least 0");
    }
    Map.Entry<Integer, Integer> below = live.lowerEntry(address + units(slots));
    if (below != null && below.getKey() + units(below.getValue()) > address) {
      throw fault(
          "grant of block " + address + " with " + slots + " slots",
          "no overlap with live block " + below.getKey() + " of " + below.getValue() + " slots");
    }
  }

  private int units(int slots) {
    int unit = memory.unitSlots();
    return (slots + unit - 1) / unit;
  }

  @Override
  public void free(int address, int slots) {
    if (address == FRESH) {
      if (freshBySize.merge(slots, -1, Integer::sum) < 0) {
        throw fault("free of an array of " + slots + " slots", "one that is live");
      }
    } else {
      Integer granted = live.get(address);
      if (granted == null) {
        throw fault(
            "free of block " + address + " with " + slots + " slots", "a block that is live");
      }
      if (granted != slots) {
        throw fault(
            "free of block " + address + " with " + slots + " slots",
            "the " + granted + " slots that it was granted with");
      }
      live.remove(address);
    }
    parent.free(address, slots);
  }

  private IllegalStateException fault(String subject, String expected) {
    return new IllegalStateException(
        "checked{parent="
            + parentName
            + "}: "
            + subject
            + " (expected "
            + expected
            + "). Live blocks: "
            + live.size()
            + ". Either the allocator or its user breaks the contract.");
  }

  @Override
  public void reset() {
    live.clear();
    freshBySize.clear();
    parent.reset();
  }

  @Override
  public Telemetry telemetry() {
    return parent.telemetry();
  }
}
