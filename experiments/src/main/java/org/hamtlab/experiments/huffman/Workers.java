package org.hamtlab.experiments.huffman;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.atomic.AtomicReference;

/** Fresh threads that are started together and joined; a single one is the caller. */
final class Workers {
  private Workers() {}

  /** What a thread does. */
  @FunctionalInterface
  interface Work {
    /** Does the work of one thread, numbered from 0. */
    void run(int worker) throws InterruptedException, BrokenBarrierException;
  }

  /** Runs work on so many threads, waits for all, and throws the first failure. */
  static void run(int count, Work work) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    if (count == 1) {
      attempt(0, work, failure);
    } else {
      join(start(count, work, failure));
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException known -> throw known;
      case Error known -> throw known;
      case Throwable other -> throw new IllegalStateException("a thread was stopped", other);
    }
  }

  private static Thread[] start(int count, Work work, AtomicReference<Throwable> failure) {
    Thread[] threads = new Thread[count];
    for (int number = 0; number < count; number++) {
      int worker = number;
      threads[number] = new Thread(() -> attempt(worker, work, failure), "block-" + number);
      threads[number].setDaemon(true);
      threads[number].start();
    }
    return threads;
  }

  private static void attempt(int worker, Work work, AtomicReference<Throwable> failure) {
    try {
      work.run(worker);
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
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
}
