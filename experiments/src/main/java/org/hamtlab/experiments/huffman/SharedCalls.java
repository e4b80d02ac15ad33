package org.hamtlab.experiments.huffman;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Stands between threads' pools and the allocator that they share, and counts by thread what the
 * pools did not grant themselves. Requests that pools serve do not come by.
 */
final class SharedCalls implements Allocator {
  private final Allocator target;
  private final ThreadLocal<int[]> slots = ThreadLocal.withInitial(() -> new int[1]);

  SharedCalls(Allocator target) {
    this.target = target;
  }

  /** The allocator that threads share. */
  Allocator target() {
    return target;
  }

  /** Slots that came by on this thread since the last call. */
  int takeSlots() {
    int[] count = slots.get();
    int taken = count[0];
    count[0] = 0;
    return taken;
  }

  @Override
  public int allocate(int requested) {
    int address = target.allocate(requested);
    slots.get()[0] += requested;
    return address;
  }

  @Override
  public void free(int address, int requested) {
    target.free(address, requested);
  }

  @Override
  public void reset() {
    target.reset();
  }

  /** Nothing that threads share belongs to one thread's task; asking would cost a lock. */
  @Override
  public void endTask() {}

  @Override
  public Telemetry telemetry() {
    return target.telemetry();
  }
}
