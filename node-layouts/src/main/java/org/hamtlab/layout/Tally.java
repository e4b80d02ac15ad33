package org.hamtlab.layout;

import java.util.Arrays;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Counts the blocks that one thread of a parallel build makes, by size, so that the memory's own
 * allocator can count them afterwards. Every block is an array of its own.
 */
public final class Tally implements Allocator {
  private int[] granted = new int[65];
  private int[] freed = new int[65];

  /** Creates a tally of nothing. */
  public Tally() {}

  @Override
  public int allocate(int slots) {
    if (slots >= granted.length) {
      granted = Arrays.copyOf(granted, 2 * slots);
      freed = Arrays.copyOf(freed, 2 * slots);
    }
    granted[slots]++;
    return FRESH;
  }

  @Override
  public void free(int address, int slots) {
    freed[slots]++;
  }

  @Override
  public void reset() {
    Arrays.fill(granted, 0);
    Arrays.fill(freed, 0);
  }

  /** Repeats all that was counted. */
  public void repeat(Allocator other) {
    for (int slots = 0; slots < granted.length; slots++) {
      for (int count = granted[slots]; count > 0; count--) {
        other.allocate(slots);
      }
      for (int count = freed[slots]; count > 0; count--) {
        other.free(FRESH, slots);
      }
    }
  }

  @Override
  public Telemetry telemetry() {
    throw new UnsupportedOperationException(
        "tally: has no telemetry (expected repeat). Ask the memory's own allocator.");
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }
}
