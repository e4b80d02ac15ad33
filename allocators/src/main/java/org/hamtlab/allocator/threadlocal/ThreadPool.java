package org.hamtlab.allocator.threadlocal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.hamtlab.spi.AllocationCounters;

/**
 * A pool and the counters of the thread that has it, which alone writes them. Between two tasks
 * nobody has it.
 */
final class ThreadPool {
  /** Ids of threads are positive. */
  private static final long NOBODY = 0;

  private static final VarHandle THREAD = threadHandle();

  /** Id of the thread that has the pool; handing it over hands over everything else. */
  @SuppressWarnings("unused") // by THREAD
  private volatile long thread;

  final AllocationCounters counters = new AllocationCounters();

  /** Whether the parent was asked for the pool since the last reset. */
  boolean isOpen;

  int next;

  /** Addresses of the pool; other threads look here where a block belongs. */
  volatile Range range = Range.EMPTY;

  /** Slots of pools' blocks that this thread has freed since its task began. */
  long abandoned;

  /** Units from first, inclusive, to end, exclusive. */
  record Range(int first, int end) {
    static final Range EMPTY = new Range(0, 0);
  }

  ThreadPool(long thread) {
    this.thread = thread;
  }

  private static VarHandle threadHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(ThreadPool.class, "thread", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Whether a thread has the pool; the thread itself is told right without a fence. */
  boolean isOf(long asking) {
    return (long) THREAD.getOpaque(this) == asking;
  }

  /** Takes the pool for a thread if nobody has it. */
  boolean claim(long asking) {
    return isOf(NOBODY) && THREAD.compareAndSet(this, NOBODY, asking);
  }

  /** Leaves the pool, emptied, to whoever comes next. */
  void release() {
    empty();
    THREAD.setRelease(this, NOBODY);
  }

  /** Begins with a fresh range, possibly an empty one. */
  void open(int first, int units) {
    isOpen = true;
    next = first;
    range = new Range(first, first + units);
  }

  boolean holds(int address) {
    Range now = range;
    return address >= now.first && address < now.end;
  }

  int unused() {
    return range.end - next;
  }

  /** Takes every block back. */
  private void empty() {
    next = range.first;
    counters.usableAgain(abandoned);
    abandoned = 0;
  }

  /** Gives the range up. */
  void close() {
    isOpen = false;
    next = 0;
    range = Range.EMPTY;
    abandoned = 0;
    counters.reset();
  }
}
