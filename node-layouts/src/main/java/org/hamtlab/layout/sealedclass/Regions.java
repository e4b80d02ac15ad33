package org.hamtlab.layout.sealedclass;

import java.util.Arrays;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.BlockAddresses;
import org.hamtlab.spi.SlotMemory;

/**
 * The memory of object slots: one array a region. Branches refer to a region's array directly, so
 * addresses are translated only where blocks are granted.
 */
final class Regions implements SlotMemory {
  private final boolean inline;
  private Object[][] regions = new Object[4][];
  private int[] firstAddresses = new int[4];
  private int count;
  private int end;

  /** Creates a memory whose slots hold nodes alone or, where entries are inline, anything. */
  Regions(boolean inline) {
    this.inline = inline;
  }

  /** An array of its own for a block, or for a region. */
  Object[] newArray(int slots) {
    return inline ? new Object[slots] : new Node[slots];
  }

  @Override
  public int unitSlots() {
    return 1;
  }

  @Override
  public int reserve(int slots) {
    if (slots > Integer.MAX_VALUE - end) {
      throw new AllocationException(
          "sealed-class: "
              + slots
              + " slots after "
              + end
              + " (expected at most 2147483647 in all). Use smaller regions, or allocator=gc.");
    }
    Object[][] regions = opened();
    if (count == regions.length) {
      regions = Arrays.copyOf(regions, 2 * count);
      this.regions = regions;
      firstAddresses = Arrays.copyOf(firstAddresses, 2 * count);
    }
    regions[count] = newArray(slots);
    firstAddresses[count] = end;
    count++;
    int address = end;
    end += slots;
    return address;
  }

  @Override
  public void translateBy(BlockAddresses addresses) {
    throw new UnsupportedOperationException(
        "sealed-class: native blocks (expected object slots)."
            + " Use layout=tagged-int{memory=native}.");
  }

  /** Points a branch at the block with an address. */
  void locate(SlottedBranch branch, int address) {
    int region = regionOf(address);
    branch.place(opened()[region], address - firstAddresses[region], address);
  }

  private int regionOf(int address) {
    int last = count - 1;
    if (address >= firstAddresses[last]) {
      return last;
    }
    int found = Arrays.binarySearch(firstAddresses, 0, count, address);
    return found >= 0 ? found : -found - 2;
  }

  /** Forgets every region. */
  void clear() {
    Arrays.fill(opened(), 0, count, null);
    count = 0;
    end = 0;
  }

  /** Drops every region for good; branches keep those that they refer to. */
  void close() {
    regions = null;
  }

  private Object[][] opened() {
    Object[][] regions = this.regions;
    if (regions == null) {
      throw new IllegalStateException(
          "sealed-class: the memory was closed (expected open)."
              + " Compose another map, or close later.");
    }
    return regions;
  }
}
