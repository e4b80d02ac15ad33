package org.hamtlab.experiments.fork;

/**
 * Ends this virtual machine when the runner that started it is gone: then the system gives it
 * another parent.
 *
 * <p><b>Cost.</b> Twice a second a question to the system. Waiting for the end of standard input
 * would ask nothing, but a virtual machine that ends waits 0.3 seconds for a thread in such a read.
 */
public final class ParentWatch {
  /** System property that holds the runner's process number. */
  static final String RUNNER_PROPERTY = "hamt.runner";

  private static final long PERIOD_MILLIS = 500;

  private ParentWatch() {}

  /** Begins to watch. */
  public static void start() {
    long runner = Long.getLong(RUNNER_PROPERTY, parent());
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> waitForEnd(runner));
  }

  private static void waitForEnd(long runner) {
    try {
      while (parent() == runner) {
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      System.err.println("nobody interrupts this thread: " + e);
    }
    Runtime.getRuntime().halt(1);
  }

  private static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }
}
