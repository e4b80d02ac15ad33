package org.hamtlab.experiments.huffman;

import java.util.concurrent.atomic.AtomicReference;

/** Threads that do the same work side by side; a single one is the caller. */
abstract sealed class Workers implements AutoCloseable permits FreshWorkers, KeptWorkers {

  /** What a thread does. */
  @FunctionalInterface
  interface Work {
    /** Does the work of one thread, numbered from 0. */
    void run(int worker);
  }

  /** Runs work on so many threads, waits for all, and throws the first failure. */
  final void run(int count, Work work) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    if (count == 1) {
      attempt(0, work, failure);
    } else {
      runAll(count, work, failure);
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException known -> throw known;
      case Error known -> throw known;
      case Throwable other -> throw new IllegalStateException("a thread was stopped", other);
    }
  }

  /** Runs work on two threads or more and waits for all. */
  abstract void runAll(int count, Work work, AtomicReference<Throwable> failure);

  /** Whether threads live before the work and after it. */
  abstract boolean isKept();

  static void attempt(int worker, Work work, AtomicReference<Throwable> failure) {
    try {
      work.run(worker);
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
  }

  @Override
  public abstract void close();
}
