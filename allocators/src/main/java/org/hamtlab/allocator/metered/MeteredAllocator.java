package org.hamtlab.allocator.metered;

import java.lang.System.Logger.Level;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Counts the requests to the allocator below it by size, and changes nothing.
 *
 * <pre>
 * class  0 … 64: sizes 0 … 64      65, 66, …: sizes above 64, 128, … each up to twice that
 * granted [ 0 | 12 | 40 | 7 | … ]
 * freed   [ 0 |  2 | 38 | 1 | … ]
 * </pre>
 *
 * <p>{@link Telemetry} counts slots and blocks, not sizes. The histogram is asked of the allocator
 * itself, and of a map's it is logged, on level {@code DEBUG}, when the map is cleared or closed.
 *
 * <p><b>Cost.</b> An addition a call, and two tables of 90 counters.
 *
 * <p><b>Source.</b> Heap Layers (emeryberger/Heap-Layers, heaps/debug/statsheap.h).
 *
 * <p><b>Deviations.</b> Keeps classes of sizes instead of bytes alone, and refused requests.
 */
public final class MeteredAllocator implements Allocator {
  private static final System.Logger LOGGER = System.getLogger("org.hamtlab.allocator.metered");

  /** Sizes up to here have a class of their own: the widest branch of span 6. */
  private static final int EXACT = 64;

  /** One more for each power of two above; a size has 31 bits. */
  private static final int CLASSES = EXACT + 1 + 31 - Integer.numberOfTrailingZeros(EXACT);

  private final Allocator parent;
  private final long[] granted = new long[CLASSES];
  private final long[] freed = new long[CLASSES];
  private long refused;

  /**
   * Creates the decorator.
   *
   * @param parent what is metered
   */
  public MeteredAllocator(Allocator parent) {
    this.parent = parent;
  }

  private static int classOf(int slots) {
    return slots <= EXACT ? slots : EXACT + 32 - Integer.numberOfLeadingZeros((slots - 1) / EXACT);
  }

  /** The largest size of a class. */
  private static int largestOf(int sizeClass) {
    return sizeClass <= EXACT
        ? sizeClass
        : (int) Math.min(Integer.MAX_VALUE, (long) EXACT << sizeClass - EXACT);
  }

  @Override
  public int allocate(int slots) {
    int address;
    try {
      address = parent.allocate(slots);
    } catch (AllocationException lacking) {
      refused++;
      throw lacking;
    }
    granted[classOf(slots)]++;
    return address;
  }

  @Override
  public void free(int address, int slots) {
    parent.free(address, slots);
    freed[classOf(slots)]++;
  }

  /** As the parent's; the histogram is logged and goes on. */
  @Override
  public void reset() {
    parent.reset();
    LOGGER.log(
        Level.DEBUG,
        () ->
            "metered: blocks by size, granted "
                + granted()
                + ", freed "
                + freed()
                + ", refused "
                + refused);
  }

  /**
   * Requests granted since creation, by the largest size of their class; empty classes left out.
   */
  public NavigableMap<Integer, Long> granted() {
    return histogram(granted);
  }

  /** Blocks taken back one by one since creation, as {@link #granted()}. */
  public NavigableMap<Integer, Long> freed() {
    return histogram(freed);
  }

  /** Requests that the parent refused. */
  public long refused() {
    return refused;
  }

  private static NavigableMap<Integer, Long> histogram(long[] counts) {
    NavigableMap<Integer, Long> histogram = new TreeMap<>();
    for (int sizeClass = 0; sizeClass < CLASSES; sizeClass++) {
      if (counts[sizeClass] > 0) {
        histogram.put(largestOf(sizeClass), counts[sizeClass]);
      }
    }
    return histogram;
  }

  @Override
  public void endTask() {
    parent.endTask();
  }

  @Override
  public Telemetry telemetry() {
    return parent.telemetry();
  }
}
