package org.hamtlab.allocator.locked;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/**
 * Takes a lock around every call to the allocator below it, so that several threads may use it, and
 * counts the acquisitions.
 *
 * <p><b>Cost.</b> A lock a call, uncontended where one thread uses the map. Where threads wait and
 * are served by arrival, every call hands the lock to a thread that must be woken first. Counting
 * by caller walks the stack at every call: for counts, not for times.
 *
 * <p><b>Source.</b> Heap Layers (emeryberger/Heap-Layers, heaps/threads/lockedheap.h).
 *
 * <p><b>Deviations.</b> Counts by call site; {@link #telemetry()} is locked too and not counted.
 */
public final class LockedAllocator implements Allocator {
  /** Frames of allocators are not call sites, decorators above this one included. */
  private static final StackWalker FRAMES =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final ReentrantLock lock;
  private final Allocator parent;
  private final long[] acquisitions = new long[Site.values().length];

  /** Acquisitions by caller; {@code null} unless they are asked for. */
  private final Map<String, Long> callers;

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
    this(parent, false, false);
  }

  /**
   * Creates the decorator.
   *
   * @param parent what is locked
   * @param byArrival whether the thread that has waited longest is next, instead of whoever comes
   *     when the lock is free
   * @param byCaller whether call sites are the methods that call, instead of the methods called
   */
  public LockedAllocator(Allocator parent, boolean byArrival, boolean byCaller) {
    this.parent = parent;
    this.lock = new ReentrantLock(byArrival);
    this.callers = byCaller ? new HashMap<>() : null;
  }

  private void acquire(Site site) {
    lock.lock();
    acquisitions[site.ordinal()]++;
    if (callers != null) {
      callers.merge(site.name().toLowerCase(Locale.ROOT) + " in " + caller(), 1L, Long::sum);
    }
  }

  /** Class and method outside allocators that the call comes from. */
  private static String caller() {
    return FRAMES.walk(frames ->
        frames
            .filter(frame -> !Allocator.class.isAssignableFrom(frame.getDeclaringClass()))
            .findFirst()
            .map(frame -> simple(frame.getClassName()) + "." + frame.getMethodName())
            .orElse("?"));
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
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

  @Override
  public void endTask() {
    lock.lock();
    try {
      parent.endTask();
    } finally {
      lock.unlock();
    }
  }

  /** The parent's counters, the acquisitions of all call sites added. */
  @Override
  public Telemetry telemetry() {
    lock.lock();
    try {
      return parent.telemetry().withLocks(sites());
    } finally {
      lock.unlock();
    }
  }

  private Map<String, Long> sites() {
    if (callers != null) {
      return callers;
    }
    Map<String, Long> sites = new HashMap<>();
    for (Site site : Site.values()) {
      if (acquisitions[site.ordinal()] > 0) {
        sites.put(site.name().toLowerCase(Locale.ROOT), acquisitions[site.ordinal()]);
      }
    }
    return sites;
  }
}
