package org.hamtlab.allocator.faulty;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Refuses one request, or one and every so many after it, and passes every other on to its parent.
 *
 * <pre>
 * request    1  2  3  4  5  6  7  8  9
 * at=3             ✗
 * at=3,every=2     ✗     ✗     ✗     ✗
 * </pre>
 *
 * <p><b>Cost.</b> A comparison a request.
 *
 * <p><b>Source.</b> How SQLite is tested, section 3.1, https://sqlite.org/testing.html: a run is
 * repeated, its first request failing, then its second, until none fails.
 */
public final class FaultyAllocator implements Allocator {
  private final Allocator parent;
  private final int at;
  private final int every;
  private long requests;

  /**
   * Creates the decorator.
   *
   * @param parent serves the requests that are not refused
   * @param at number of the first refused request, counted from 1; 0 for none
   * @param every distance of the refused requests after it; 0 if there are no others
   */
  public FaultyAllocator(Allocator parent, int at, int every) {
    this.parent = parent;
    this.at = at;
    this.every = every;
  }

  @Override
  public int allocate(int slots) {
    requests++;
    if (isRefused()) {
      throw new AllocationException(
          "faulty: request "
              + requests
              + " of "
              + slots
              + " slots (expected to be refused: at="
              + at
              + ",every="
              + every
              + "). Set at=0 to refuse none.");
    }
    return parent.allocate(slots);
  }

  private boolean isRefused() {
    return at > 0
        && requests >= at
        && (requests == at || (every > 0 && (requests - at) % every == 0));
  }

  @Override
  public void free(int address, int slots) {
    parent.free(address, slots);
  }

  /** As the parent's; requests are counted on. */
  @Override
  public void reset() {
    parent.reset();
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
