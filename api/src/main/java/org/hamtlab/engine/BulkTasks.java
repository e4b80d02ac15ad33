package org.hamtlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tasks on the pool of the calling thread, or the common one. All have ended when {@link #run}
 * does, whether one failed or not, so that nobody uses a memory any more which its owner clears.
 */
final class BulkTasks {
  private final List<ForkJoinTask<?>> tasks = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** Adds a task; it is skipped if an earlier one failed. */
  void add(Runnable task) {
    tasks.add(
        ForkJoinTask.adapt(() -> {
          try {
            if (failure.get() == null) {
              task.run();
            }
          } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
          }
        }));
  }

  /** Runs the tasks that were added; throws what the first one to fail threw. */
  void run() {
    ForkJoinTask.invokeAll(tasks);
    tasks.clear();
    switch (failure.get()) {
      case RuntimeException thrown -> throw thrown;
      case Error thrown -> throw thrown;
      case null, default -> {}
    }
  }
}
