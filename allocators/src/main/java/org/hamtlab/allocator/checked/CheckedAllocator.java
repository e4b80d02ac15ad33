package org.hamtlab.allocator.checked;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Asserts every call to the allocator below it: blocks do not overlap, come back once, and with the
 * size that they were granted with; and the allocator's count of live slots is right.
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
  private long liveSlots;

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
      throw fault("request of " + slots + " slots", "at least 1 slot", user());
    }
    int address = parent.allocate(slots);
    if (address == FRESH) {
      freshBySize.merge(slots, 1, Integer::sum);
    } else {
      requireDisjoint(address, slots);
      live.put(address, slots);
    }
    liveSlots += slots;
    return address;
  }

  private void requireDisjoint(int address, int slots) {
    if (address < 0) {
      throw fault("grant of address " + address, "an address of at least 0", allocator());
    }
    Map.Entry<Integer, Integer> below = live.lowerEntry(address + units(slots));
    if (below != null && below.getKey() + units(below.getValue()) > address) {
      throw fault(
          "grant of block " + address + " with " + slots + " slots",
          "no overlap with live block " + below.getKey() + " of " + below.getValue() + " slots",
          allocator());
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
        throw fault("free of an array of " + slots + " slots", "one that is live", user());
      }
    } else {
      Integer granted = live.get(address);
      if (granted == null) {
        throw fault(
            "free of block " + address + " with " + slots + " slots",
            "a block that is live",
            user());
      }
      if (granted != slots) {
        throw fault(
            "free of block " + address + " with " + slots + " slots",
            "the " + granted + " slots that it was granted with",
            user());
      }
      live.remove(address);
    }
    liveSlots -= slots;
    parent.free(address, slots);
  }

  private String allocator() {
    return "The allocator " + parentName + " breaks its contract";
  }

  private static String user() {
    return "What stands above checked, the layout or another allocator, breaks the contract";
  }

  private IllegalStateException fault(String subject, String expected, String culprit) {
    return new IllegalStateException(
        "checked{parent="
            + parentName
            + "}: "
            + subject
            + " (expected "
            + expected
            + "). Live blocks: "
            + live.size()
            + ". "
            + culprit
            + ".");
  }

  @Override
  public void reset() {
    live.clear();
    freshBySize.clear();
    liveSlots = 0;
    parent.reset();
  }

  @Override
  public void endTask() {
    parent.endTask();
  }

  @Override
  public Telemetry telemetry() {
    Telemetry telemetry = parent.telemetry();
    if (telemetry.slotsLive() != liveSlots) {
      throw fault(
          "count of " + telemetry.slotsLive() + " live slots", liveSlots + " slots", allocator());
    }
    return telemetry;
  }
}
