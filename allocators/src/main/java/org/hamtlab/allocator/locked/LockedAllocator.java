package org.hamtlab.allocator.locked;

import java.util.concurrent.locks.ReentrantLock;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Takes a lock around every call to the allocator below it, so that several threads may use it, and
 * counts the acquisitions.
 *
 * <p><b>Cost.</b> A lock a call, uncontended where one thread uses the map.
 *
 * <p><b>Source.</b> Heap Layers (emeryberger/Heap-Layers, heaps/threads/lockedheap.h).
 *
 * <p><b>Deviations.</b> Counts by call site; {@link #telemetry()} is locked too and not counted.
 */
public final class LockedAllocator implements Allocator {
  private final ReentrantLock lock = new ReentrantLock();
  private final Allocator parent;
  private final long[] acquisitions = new long[Site.values().length];

  /** The calls that take the lock. */
  public enum Site {
    /** A request. */
    ALLOCATE,
    /** A block that comes back. */
    FREE,
    /** Everything that comes back. */
    RESET
  }

  /**
   * Creates the decorator.
   *
   * @param parent what is locked
   */
  public LockedAllocator(Allocator parent) {
    this.parent = parent;
  }

  private void acquire(Site site) {
    lock.lock();
    acquisitions[site.ordinal()]++;
  }

  @Override
  public int allocate(int slots) {
    acquire(Site.ALLOCATE);
    try {
      return parent.allocate(slots);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void free(int address, int slots) {
    acquire(Site.FREE);
    try {
      parent.free(address, slots);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void reset() {
    acquire(Site.RESET);
    try {
      parent.reset();
    } finally {
      lock.unlock();
    }
  }

  /** How often a call site took the lock since creation. */
  public long acquisitions(Site site) {
    lock.lock();
    try {
      return acquisitions[site.ordinal()];
    } finally {
      lock.unlock();
    }
  }

  /** The parent's counters, the acquisitions of all call sites added. */
  @Override
  public Telemetry telemetry() {
    lock.lock();
    try {
      Telemetry below = parent.telemetry();
      return new Telemetry(
          below.allocations(),
          below.frees(),
          below.slotsRequested(),
          below.slotsGranted(),
          below.slotsLive(),
          below.slotsReserved(),
          below.highWaterSlots(),
          below.capacitySlots(),
          below.fallbacks(),
          below.lockAcquisitions() + sum(),
          below.metadataBytes());
    } finally {
      lock.unlock();
    }
  }

  private long sum() {
    long sum = 0;
    for (long count : acquisitions) {
      sum += count;
    }
    return sum;
  }
}
