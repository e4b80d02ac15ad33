package org.hamtlab.allocator.malloc;

import java.util.Arrays;
import org.hamtlab.memory.LibC;
import org.hamtlab.memory.NativeBudget;
import org.hamtlab.spi.AllocationException;

/**
 * The live blocks of one map: their addresses, their translation, and the list by which a dropped
 * map is freed. It holds no reference to the map.
 *
 * <pre>
 * address 0 … window − 1        machine address = base + 16 × address
 * address window … 2^30 − 1     machine address = overflow[address − window]
 * </pre>
 *
 * A block outside the window takes consecutive overflow entries, one a unit, so that arithmetic
 * inside a block stays right; the entries of the block freed last are used again. The list of live
 * blocks is an open-addressing table keyed by address.
 */
final class MallocBlocks {
  private static final int UNIT_SHIFT = 4;
  private static final int OVERFLOW_UNITS = 1 << 28;
  private static final int WINDOW_UNITS = (1 << 30) - OVERFLOW_UNITS;
  private static final int EMPTY = -1;

  /** 64 KiB, so that many maps leave the budget's counter alone most of the time. */
  private static final long MOST_STEP_UNITS = 1 << 12;

  private final NativeBudget budget = NativeBudget.ofProcess();

  private long base;
  private boolean isBased;
  private long[] overflow = new long[0];
  private int overflowEnd;
  private long liveUnits;
  private long reservedUnits;
  private boolean released;

  private int[] addresses = filled(16);
  private int[] units = new int[16];
  private int live;

  private static int[] filled(int length) {
    int[] table = new int[length];
    Arrays.fill(table, EMPTY);
    return table;
  }

  long machineAddress(int address) {
    return address < WINDOW_UNITS
        ? base + ((long) address << UNIT_SHIFT)
        : overflow[address - WINDOW_UNITS];
  }

  long liveUnits() {
    return liveUnits;
  }

  int overflowUnits() {
    return overflowEnd;
  }

  long tableBytes() {
    return 4L * addresses.length + 4L * units.length + 8L * overflow.length;
  }

  /** Allocates bytes; returns the block's address. */
  synchronized int allocate(long bytes) {
    int count = (int) ((bytes + 15) >>> UNIT_SHIFT);
    if (released) {
      throw new IllegalStateException(
          "malloc: the memory was closed (expected open). Compose another map, or close later.");
    }
    makeRoom();
    reserve(count);
    long machine = LibC.malloc(bytes);
    if (machine == 0) {
      throw new AllocationException(
          "malloc: the C library refused "
              + bytes
              + " bytes (expected native memory to be left). Close maps, or use another allocator.");
    }
    int address;
    try {
      address = addressFor(machine, count);
    } catch (RuntimeException | Error failure) {
      LibC.free(machine);
      throw failure;
    }
    insert(address, count);
    live++;
    liveUnits += count;
    return address;
  }

  /** Sees to it that the budget has room for so many units more, in steps of what is live. */
  private void reserve(int count) {
    long needed = liveUnits + count - reservedUnits;
    if (needed > 0) {
      long step = Math.max(needed, Math.min(MOST_STEP_UNITS, liveUnits >> 3));
      if (!budget.tryReserve(step << UNIT_SHIFT)) {
        step = needed;
        budget.reserve("malloc", step << UNIT_SHIFT);
      }
      reservedUnits += step;
    }
  }

  /** Gives the budget back what a map that shrinks does not need soon. */
  private void giveBack() {
    long spare = reservedUnits - liveUnits;
    if (spare > MOST_STEP_UNITS + (liveUnits >> 2)) {
      budget.release(spare << UNIT_SHIFT);
      reservedUnits -= spare;
    }
  }

  private int addressFor(long machine, int count) {
    if (!isBased) {
      base = machine - ((long) (WINDOW_UNITS / 2) << UNIT_SHIFT);
      isBased = true;
    }
    long offset = machine - base;
    long unit = offset >> UNIT_SHIFT;
    boolean isReachable = (offset & 15) == 0 && unit >= 0 && unit + count <= WINDOW_UNITS;
    return isReachable ? (int) unit : overflowed(machine, count);
  }

  private int overflowed(long machine, int count) {
    if (count > OVERFLOW_UNITS - overflowEnd) {
      throw new AllocationException(
          "malloc: "
              + overflowEnd
              + " units outside the window (expected at most "
              + OVERFLOW_UNITS
              + "). Use pool or arena with memory=native.");
    }
    int first = overflowEnd;
    if (first + count > overflow.length) {
      overflow = Arrays.copyOf(overflow, Math.max(first + count, 2 * overflow.length));
    }
    for (int unit = 0; unit < count; unit++) {
      overflow[first + unit] = machine + ((long) unit << UNIT_SHIFT);
    }
    overflowEnd += count;
    return WINDOW_UNITS + first;
  }

  /** Frees the block at an address. */
  synchronized void free(int address) {
    int index = find(address);
    if (index < 0) {
      throw new IllegalStateException(
          "malloc: free of block " + address + " (expected a live block)");
    }
    LibC.free(machineAddress(address));
    liveUnits -= units[index];
    if (address >= WINDOW_UNITS && address - WINDOW_UNITS + units[index] == overflowEnd) {
      overflowEnd -= units[index];
    }
    delete(index);
    live--;
    giveBack();
  }

  /**
   * Frees everything; running twice does nothing. Blocks go in the order of their addresses: a C
   * library that hands out last what was freed first would otherwise scatter the next map.
   */
  synchronized void freeAll() {
    Arrays.sort(addresses);
    for (int index = addresses.length - 1; index >= 0 && addresses[index] != EMPTY; index--) {
      LibC.free(machineAddress(addresses[index]));
    }
    addresses = filled(16);
    units = new int[16];
    live = 0;
    liveUnits = 0;
    overflow = new long[0];
    overflowEnd = 0;
    isBased = false;
    budget.release(reservedUnits << UNIT_SHIFT);
    reservedUnits = 0;
  }

  /** Frees everything for good. */
  synchronized void release() {
    released = true;
    freeAll();
  }

  // ---- the table of live blocks: linear probing, deletion by shifting back

  private int home(int address) {
    int mixed = address * 0x9E3779B9;
    return mixed >>> Integer.numberOfLeadingZeros(addresses.length - 1);
  }

  private int find(int address) {
    int index = home(address);
    while (addresses[index] != EMPTY) {
      if (addresses[index] == address) {
        return index;
      }
      index = index + 1 & addresses.length - 1;
    }
    return -1;
  }

  private void insert(int address, int count) {
    int index = home(address);
    while (addresses[index] != EMPTY) {
      index = index + 1 & addresses.length - 1;
    }
    addresses[index] = address;
    units[index] = count;
  }

  private void makeRoom() {
    if (2 * (live + 1) <= addresses.length) {
      return;
    }
    int[] oldAddresses = addresses;
    int[] oldUnits = units;
    int[] moreUnits = new int[2 * oldUnits.length];
    addresses = filled(2 * oldAddresses.length);
    units = moreUnits;
    for (int index = 0; index < oldAddresses.length; index++) {
      if (oldAddresses[index] != EMPTY) {
        insert(oldAddresses[index], oldUnits[index]);
      }
    }
  }

  private void delete(int index) {
    int hole = index;
    int next = index;
    for (; ; ) {
      addresses[hole] = EMPTY;
      int home;
      do {
        next = next + 1 & addresses.length - 1;
        if (addresses[next] == EMPTY) {
          return;
        }
        home = home(addresses[next]);
      } while (isBetween(hole, home, next));
      addresses[hole] = addresses[next];
      units[hole] = units[next];
      hole = next;
    }
  }

  /** Whether {@code home} lies cyclically after {@code hole} and not after {@code next}. */
  private static boolean isBetween(int hole, int home, int next) {
    return hole <= next ? hole < home && home <= next : hole < home || home <= next;
  }
}
