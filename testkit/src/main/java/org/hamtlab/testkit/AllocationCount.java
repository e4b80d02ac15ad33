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
   * The bytes that one run of an action takes: the first result within a limit, or the least of
   * some rounds, since code that is not yet compiled may take what compiled code does not.
   */
  static double bytesOf(Runnable action, double limit) {
    double least = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > limit; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        action.run();
      }
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      least = Math.min(least, (double) bytes / REPETITIONS);
    }
    return least;
  }

  private static ThreadMXBean threads() {
    return (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
