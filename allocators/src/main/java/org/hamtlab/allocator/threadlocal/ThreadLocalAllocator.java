package org.hamtlab.allocator.threadlocal;

import java.util.Arrays;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Gives every thread a pool that it cuts blocks from without a lock; what does not fit is served by
 * the parent, which all threads share. A pool is empty again when its thread ends a task.
 *
 * <pre>
 * thread 1  [ block | block | … unused … ]
 * thread 2  [ block | … unused ………………… ]      parent  … block …  (locked)
 * </pre>
 *
 * <p><b>Cost.</b> A look into a small table by the thread's id, then a bump pointer. A free of a
 * pool's block does nothing, whichever thread calls it. A pool is claimed once a task.
 *
 * <p><b>Source.</b> esharedhash, pools of 32 KiB; Emery D. Berger et al., Hoard: a scalable memory
 * allocator for multithreaded applications, ASPLOS 2000, doi:10.1145/378993.379232, for the heap
 * per thread.
 *
 * <p><b>Deviations.</b> The table stands in for thread-local variables, which would keep the
 * classes of a dropped map alive. The high-water mark is the sum of the threads' own: exact for one
 * thread, else an upper bound. A pool whose thread has ended its task goes to the next thread that
 * needs one; there are as many as there were threads within a task at a time.
 */
public final class ThreadLocalAllocator implements Allocator {
  private static final int LAST_USED = 64;

  private final SlotMemory memory;
  private final Allocator parent;
  private final int slots;
  private volatile ThreadPool[] pools = new ThreadPool[0];

  /** By the last bits of a thread's id, the pool that such a thread used; a hint, not a fact. */
  private final ThreadPool[] lastUsed = new ThreadPool[LAST_USED];

  /**
   * Creates an allocator without pools.
   *
   * @param memory tells the unit of addresses
   * @param parent grants the pools and what does not fit; callable by several threads
   * @param slots size of a pool
   */
  public ThreadLocalAllocator(SlotMemory memory, Allocator parent, int slots) {
    this.memory = memory;
    this.parent = parent;
    this.slots = slots;
  }

  @Override
  public int allocate(int requested) {
    ThreadPool pool = pool();
    int unit = memory.unitSlots();
    int units = (requested + unit - 1) / unit;
    if (!pool.isOpen) {
      open(pool);
      unit = memory.unitSlots();
      units = (requested + unit - 1) / unit;
    }
    if (units > pool.unused()) {
      int address = parent.allocate(requested);
      pool.counters.granted(requested, requested);
      pool.counters.fellBack(requested > slots);
      return address;
    }
    int address = pool.next;
    pool.next += units;
    pool.counters.granted(requested, units * unit);
    return address;
  }

  /** The pool of the calling thread. */
  private ThreadPool pool() {
    long thread = Thread.currentThread().threadId();
    ThreadPool last = lastUsed[(int) thread & LAST_USED - 1];
    return last != null && last.isOf(thread) ? last : find(thread, last);
  }

  /** Finds the thread's pool, or takes one that nobody has, or makes one. */
  private ThreadPool find(long thread, ThreadPool last) {
    ThreadPool[] known = pools;
    for (ThreadPool pool : known) {
      if (pool.isOf(thread)) {
        return remember(thread, pool);
      }
    }
    if (last != null && last.claim(thread)) {
      return last;
    }
    for (ThreadPool pool : known) {
      if (pool.claim(thread)) {
        return remember(thread, pool);
      }
    }
    return remember(thread, add(new ThreadPool(thread)));
  }

  private ThreadPool remember(long thread, ThreadPool pool) {
    lastUsed[(int) thread & LAST_USED - 1] = pool;
    return pool;
  }

  private synchronized ThreadPool add(ThreadPool pool) {
    ThreadPool[] more = Arrays.copyOf(pools, pools.length + 1);
    more[pools.length] = pool;
    pools = more;
    return pool;
  }

  private void open(ThreadPool pool) {
    try {
      int first = parent.allocate(slots);
      pool.open(first, slots / memory.unitSlots());
    } catch (AllocationException lacking) {
      // The parent is asked again for the request itself, which may be small enough.
      pool.open(0, 0);
    }
  }

  @Override
  public void free(int address, int requested) {
    ThreadPool own = pool();
    if (!own.holds(address) && !isHeldByAnother(address)) {
      parent.free(address, requested);
      own.counters.freed(requested);
      return;
    }
    int unit = memory.unitSlots();
    int granted = (requested + unit - 1) / unit * unit;
    own.counters.abandoned(requested, granted);
    own.abandoned += granted;
  }

  private boolean isHeldByAnother(int address) {
    for (ThreadPool pool : pools) {
      if (pool.holds(address)) {
        return true;
      }
    }
    return false;
  }

  /** Empties the pool of the calling thread and leaves it to the next thread that needs one. */
  @Override
  public void endTask() {
    pool().release();
    parent.endTask();
  }

  /** No other thread may be calling. */
  @Override
  public void reset() {
    for (ThreadPool pool : pools) {
      pool.close();
    }
    parent.reset();
  }

  /** Exact once the threads are done, or in the only thread. */
  @Override
  public Telemetry telemetry() {
    AllocationCounters sum = new AllocationCounters();
    ThreadPool[] all = pools;
    long unused = 0;
    long largest = 0;
    for (ThreadPool pool : all) {
      sum.add(pool.counters);
      unused += pool.unused();
      largest = Math.max(largest, pool.unused());
    }
    int unit = memory.unitSlots();
    return sum.snapshot(0, 0, 64L * all.length)
        .withReusable(unused * unit, largest * unit)
        .over(parent.telemetry());
  }
}
