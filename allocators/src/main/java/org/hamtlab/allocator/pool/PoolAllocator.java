package org.hamtlab.allocator.pool;

import java.util.Arrays;
import java.util.function.Consumer;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * A reserve of fixed size that blocks are cut from; a request that no longer fits is served by the
 * parent, that one request alone.
 *
 * <pre>
 * reserve  [ block | block | … unused … ]      parent  … block … block …
 *                           ▲ next       ▲ end          the requests that did not fit
 * </pre>
 *
 * <p><b>Cost.</b> As a bump pointer while it lasts. Blocks of the reserve are not used again.
 *
 * <p><b>Source.</b> mojo-hamt, ChildrenPool.
 *
 * <p><b>Deviations.</b> Warns at 80 %, once a family of maps; may grow; counts fallbacks apart.
 */
public final class PoolAllocator implements Allocator {
  private static final int WARNING_PERCENT = 80;
  private static final int LARGEST = 1 << 28;

  private final AllocationCounters counters = new AllocationCounters();
  private final SlotMemory memory;
  private final Allocator parent;
  private final Growth growth;
  private final int slots;
  private final Consumer<String> warnings;

  private int first;
  private int next;
  private int end;
  private int reserveSlots;
  private long reservedSlots;
  private long requestedBefore;
  private boolean warned;

  /** First address and end of each earlier reserve, in pairs. */
  private int[] full = new int[0];

  private int fullReserves;

  /** How a pool that is full goes on. */
  public enum Growth {
    /** It does not grow: the parent serves what does not fit. */
    FIXED,
    /** Another reserve of twice the size. */
    DOUBLE,
    /**
     * Another reserve of the size of all requests since the last reset, at least the first size.
     */
    ADAPTIVE
  }

  /**
   * Creates a pool that reserves nothing until the first request.
   *
   * @param memory where the reserve comes from
   * @param parent serves what does not fit; {@code null} for none
   * @param growth what happens when it is full
   * @param slots size of the reserve
   * @param warnings told when 80 % of a reserve that does not grow are used
   */
  public PoolAllocator(
      SlotMemory memory, Allocator parent, Growth growth, int slots, Consumer<String> warnings) {
    this.memory = memory;
    this.parent = parent;
    this.growth = growth;
    this.slots = slots;
    this.warnings = warnings;
  }

  @Override
  public int allocate(int requested) {
    int unit = memory.unitSlots();
    int units = (requested + unit - 1) / unit;
    if (units > end - next && !reserved(units, unit)) {
      return fallBack(requested);
    }
    int address = next;
    next += units;
    counters.granted(requested, units * unit);
    if (!warned && (next - first) * 100L >= (long) (end - first) * WARNING_PERCENT) {
      warn();
    }
    return address;
  }

  /** Reserves the first block, or a further one if the pool grows; false if it stays full. */
  private boolean reserved(int units, int unit) {
    if (reserveSlots > 0 && growth == Growth.FIXED) {
      return false;
    }
    long wanted = reserveSlots == 0 ? slots : grown();
    int size = (int) Math.min(LARGEST, wanted) / unit * unit;
    if (units * unit > size) {
      return false;
    }
    int fresh;
    try {
      fresh = memory.reserve(size);
    } catch (AllocationException lacking) {
      if (parent == null) {
        throw lacking;
      }
      return false;
    }
    if (reserveSlots > 0) {
      rememberFull();
    }
    first = fresh;
    next = first;
    end = first + size / unit;
    reserveSlots = size;
    reservedSlots += size;
    return true;
  }

  private void rememberFull() {
    if (fullReserves == full.length) {
      full = Arrays.copyOf(full, Math.max(4, 2 * full.length));
    }
    full[fullReserves++] = first;
    full[fullReserves++] = end;
  }

  private long grown() {
    return growth == Growth.DOUBLE
        ? 2L * reserveSlots
        : Math.max(slots, counters.slotsRequested() - requestedBefore);
  }

  private int fallBack(int requested) {
    if (parent == null) {
      throw new AllocationException(
          "pool: "
              + requested
              + " slots requested, "
              + (end - next) * memory.unitSlots()
              + " of "
              + slots
              + " left (expected enough, since parent=none). Raise slots, or name a parent.");
    }
    int address = parent.allocate(requested);
    counters.granted(requested, 0);
    counters.fellBack(requested > slots);
    return address;
  }

  private void warn() {
    warned = true;
    if (growth == Growth.FIXED) {
      warnings.accept(
          "pool: "
              + WARNING_PERCENT
              + " % of "
              + slots
              + " slots used. Requests that no longer fit "
              + (parent == null ? "are refused" : "fall back to the parent")
              + "; raise slots to avoid that.");
    }
  }

  @Override
  public void free(int address, int requested) {
    if (parent != null && !isOwn(address)) {
      parent.free(address, requested);
      counters.freed(requested, 0);
      return;
    }
    int unit = memory.unitSlots();
    counters.abandoned(requested, (requested + unit - 1) / unit * unit);
  }

  private boolean isOwn(int address) {
    if (address >= first && address < end) {
      return true;
    }
    for (int earlier = 0; earlier < fullReserves; earlier += 2) {
      if (address >= full[earlier] && address < full[earlier + 1]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() {
    counters.reset();
    requestedBefore = counters.slotsRequested();
    first = 0;
    next = 0;
    end = 0;
    reserveSlots = 0;
    reservedSlots = 0;
    warned = false;
    fullReserves = 0;
    if (parent != null) {
      parent.reset();
    }
  }

  @Override
  public void endTask() {
    if (parent != null) {
      parent.endTask();
    }
  }

  @Override
  public Telemetry telemetry() {
    long unused = (long) (end - next) * memory.unitSlots();
    long capacity = growth == Growth.FIXED ? slots : Math.max(slots, reservedSlots);
    Telemetry own = counters.snapshot(reservedSlots, capacity, 0).withReusable(unused, unused);
    return parent == null ? own : own.beside(parent.telemetry());
  }
}
