package org.hamtlab.testkit.faulty;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/** Refuses one request, or all from one on, and passes every other on to its parent. */
public final class FaultyAllocator implements Allocator {
  private final Allocator parent;
  private final int first;
  private final boolean isLasting;
  private int requests;

  /**
   * Creates the decorator.
   *
   * @param parent serves the requests that are not refused
   * @param first number of the first refused request, counted from 1; 0 for none
   * @param isLasting whether every later request is refused as well
   */
  public FaultyAllocator(Allocator parent, int first, boolean isLasting) {
    this.parent = parent;
    this.first = first;
    this.isLasting = isLasting;
  }

  @Override
  public int allocate(int slots) {
    requests++;
    if (first > 0 && (requests == first || (isLasting && requests > first))) {
      throw new AllocationException(
          "testkit.faulty: request " + requests + " refused (expected, at=" + first + ").");
    }
    return parent.allocate(slots);
  }

  @Override
  public void free(int address, int slots) {
    parent.free(address, slots);
  }

  @Override
  public void reset() {
    parent.reset();
  }

  @Override
  public Telemetry telemetry() {
    return parent.telemetry();
  }
}
