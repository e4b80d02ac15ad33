package org.hamtlab.allocator.poison;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Keeps every freed block in quarantine, so that it is not granted again before a number of further
 * frees, and names blocks that come back twice, with another size, or without having been granted.
 *
 * <pre>
 * live ──free──▶ [ newest | … | oldest ] ──free of the parent──▶ may be granted again
 *                     quarantine
 * </pre>
 *
 * <p>An allocator cannot reach what is in a block, so nothing is overwritten: a use after free
 * finds what the layout left there (nothing in blocks of objects, which layouts empty; the old
 * words in blocks of words), and never the node of another, which is how such a fault hides. A
 * write through a dangling reference damages no live block, and a second free of it is named.
 * Arrays of their own have no address; they pass.
 *
 * <p><b>Cost.</b> A hash table of the blocks and 4 bytes a block of quarantine; the parent holds
 * the blocks in quarantine as live, which counts against a quota below. For tests.
 *
 * <p><b>Source.</b> Konstantin Serebryany, Derek Bruening, Alexander Potapenko and Dmitriy Vyukov,
 * AddressSanitizer: A Fast Address Sanity Checker, USENIX ATC 2012, section 3.3.
 *
 * <p><b>Deviations.</b> The quarantine is bounded by blocks, not bytes; blocks are not poisoned.
 */
public final class PoisonAllocator implements Allocator {
  private final AllocationCounters counters = new AllocationCounters();
  private final Allocator parent;
  private final String parentName;

  /** Slots by address: positive for a live block, negative for one in quarantine. */
  private final Map<Integer, Integer> blocks = new HashMap<>();

  private final int[] addresses;
  private int oldest;
  private int held;

  /**
   * Creates the decorator.
   *
   * @param parent where blocks come from and go back to
   * @param parentName its name for messages
   * @param quarantine most blocks that are held back
   */
  public PoisonAllocator(Allocator parent, String parentName, int quarantine) {
    this.parent = parent;
    this.parentName = parentName;
    this.addresses = new int[quarantine];
  }

  @Override
  public int allocate(int slots) {
    int address = parent.allocate(slots);
    if (address != FRESH) {
      requireUnknown(address, slots);
      blocks.put(address, slots);
    }
    counters.granted(slots, slots);
    return address;
  }

  private void requireUnknown(int address, int slots) {
    Integer known = blocks.get(address);
    if (known != null) {
      throw fault(
          "grant of block " + address + " with " + slots + " slots",
          known > 0
              ? "no live block of " + known + " slots there"
              : "not one in quarantine, frees since: " + age(address),
          "The allocator " + parentName + " breaks its contract.");
    }
  }

  /** Frees since a block in quarantine was freed. */
  private int age(int address) {
    int age = 0;
    while (addresses[(oldest + held - 1 - age) % addresses.length] != address) {
      age++;
    }
    return age;
  }

  @Override
  public void free(int address, int slots) {
    if (address == FRESH) {
      parent.free(address, slots);
    } else {
      requireLive(address, slots);
      blocks.put(address, -slots);
      if (held == addresses.length) {
        giveOldestBack();
      }
      addresses[(oldest + held++) % addresses.length] = address;
    }
    counters.freed(slots);
  }

  private void requireLive(int address, int slots) {
    Integer known = blocks.get(address);
    if (known == null || known != slots) {
      throw fault(
          "free of block " + address + " with " + slots + " slots",
          known == null
              ? "a block that was granted"
              : known > 0
                  ? "the " + known + " slots that it was granted with"
                  : "a live block, not one in quarantine, frees since: " + age(address),
          "What stands above poison, the layout or another allocator, breaks the contract.");
    }
  }

  private void giveOldestBack() {
    int address = addresses[oldest];
    parent.free(address, -blocks.remove(address));
    oldest = (oldest + 1) % addresses.length;
    held--;
  }

  private IllegalStateException fault(String subject, String expected, String culprit) {
    return new IllegalStateException(
        "poison{quarantine="
            + addresses.length
            + ",parent="
            + parentName
            + "}: "
            + subject
            + " (expected "
            + expected
            + "). Live blocks: "
            + (blocks.size() - held)
            + ", in quarantine: "
            + held
            + ". "
            + culprit);
  }

  @Override
  public void reset() {
    blocks.clear();
    oldest = 0;
    held = 0;
    counters.reset();
    parent.reset();
  }

  /** Blocks in quarantine count as freed; what only the parent knows is the parent's. */
  @Override
  public Telemetry telemetry() {
    Telemetry below = parent.telemetry();
    Telemetry own = counters.snapshot(0, 0, 4L * addresses.length).over(below);
    return new Telemetry(
        own.allocations(),
        own.frees(),
        own.slotsRequested(),
        below.slotsGranted(),
        own.slotsLive(),
        own.slotsReserved(),
        own.highWaterSlots(),
        below.capacitySlots(),
        own.fallbacks(),
        own.lockAcquisitions(),
        own.metadataBytes(),
        below.slotsOccupied(),
        own.slotsAbandoned(),
        own.slotsReusable(),
        own.largestReusable(),
        own.fallbacksOversize(),
        own.firstFallback(),
        own.locksPerSite());
  }
}
