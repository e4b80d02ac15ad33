package org.hamtlab.experiments.huffman;

import java.util.concurrent.atomic.AtomicReference;

/** Threads that are started for a piece of work and joined after it, while the caller waits. */
final class FreshWorkers extends Workers {

  @Override
  void runAll(int count, Work work, AtomicReference<Throwable> failure) {
    Thread[] threads = new Thread[count];
    for (int number = 0; number < count; number++) {
      int worker = number;
      threads[number] = new Thread(() -> attempt(worker, work, failure), "block-" + number);
      threads[number].setDaemon(true);
      threads[number].start();
    }
    join(threads);
  }

  private static void join(Thread[] threads) {
    boolean isInterrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException interruption) {
          isInterrupted = true;
        }
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  boolean isKept() {
    return false;
  }

  @Override
  public void close() {}
}
