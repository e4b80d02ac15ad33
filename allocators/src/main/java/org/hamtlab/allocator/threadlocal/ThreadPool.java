package org.hamtlab.allocator.threadlocal;

import org.hamtlab.spi.AllocationCounters;

/** The pool and the counters of one thread, which alone writes them. */
final class ThreadPool {
  final long thread;
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
  void empty() {
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
