package org.hamtlab.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes of heap that an action of this thread takes. */
final class AllocationCount {
  private static final int ROUNDS = 30;
  private static final int REPETITIONS = 200;
  private static final ThreadMXBean THREADS = threads();

  private AllocationCount() {}

  /**
   * The bytes that one run of an action takes, the fewest of some rounds, since code that is not
   * yet compiled may take what compiled code does not.
   */
  static double bytesOf(Runnable action) {
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && fewest >= REPETITIONS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        action.run();
      }
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return (double) fewest / REPETITIONS;
  }

  private static ThreadMXBean threads() {
    return (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
