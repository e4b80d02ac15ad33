package org.hamtlab.experiments.huffman;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that wait between two pieces of work; the caller is one of them and works too. */
final class KeptWorkers extends Workers {
  private final ExecutorService others =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("block-", 1).factory());

  @Override
  void runAll(int count, Work work, AtomicReference<Throwable> failure) {
    List<Future<?>> begun = new ArrayList<>();
    for (int number = 1; number < count; number++) {
      int worker = number;
      begun.add(others.submit(() -> attempt(worker, work, failure)));
    }
    attempt(0, work, failure);
    begun.forEach(KeptWorkers::await);
  }

  private static void await(Future<?> begun) {
    boolean isInterrupted = false;
    while (!begun.isDone()) {
      try {
        begun.get();
      } catch (InterruptedException interruption) {
        isInterrupted = true;
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  boolean isKept() {
    return true;
  }

  @Override
  public void close() {
    others.shutdown();
  }
}
