package org.hamtlab.experiments.version;

import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hamtlab.memory.NativeBudget;
import org.hamtlab.memory.NativeCleaner;

/** Waits for the JVM to collect what nobody holds. */
final class Collected {
  private static final int COLLECTIONS = 40;

  /** So many equal readings mean that the cleaner has nothing left to do. */
  private static final int ALIKE = 5;

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private Collected() {}

  /** Native bytes reserved once collections find nothing more to free. */
  static long nativeBytes() {
    long bytes = Long.MAX_VALUE;
    int alike = 0;
    while (alike < ALIKE) {
      collect();
      long now = NativeBudget.ofProcess().reserved();
      alike = now == bytes ? alike + 1 : 0;
      bytes = now;
    }
    return bytes;
  }

  /** Collects, and waits until the cleaner has come to something that was dropped just before. */
  private static void collect() {
    CountDownLatch cleaned = new CountDownLatch(1);
    NativeCleaner.register(new Object(), cleaned::countDown);
    long begin = System.nanoTime();
    try {
      do {
        System.gc();
      } while (!cleaned.await(10, TimeUnit.MILLISECONDS)
          && System.nanoTime() - begin < PATIENCE_NANOS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Native bytes reserved after collections, which end once no more than a limit are; the limit
   * holds if it ever does, however late the cleaner comes to run.
   */
  static long nativeBytes(long limit) {
    long begin = System.nanoTime();
    NativeBudget budget = NativeBudget.ofProcess();
    while (budget.reserved() > limit && System.nanoTime() - begin < PATIENCE_NANOS) {
      System.gc();
    }
    return budget.reserved();
  }

  /** Fails if something is still held after a number of collections. */
  static void assertAll(List<? extends Reference<?>> references) {
    long held = references.size();
    for (int collection = 0; collection < COLLECTIONS && held > 0; collection++) {
      System.gc();
      held = references.stream().filter(reference -> reference.get() != null).count();
    }
    if (held > 0) {
      throw new AssertionError(
          "memory: " + held + " of " + references.size() + " dropped objects are still held");
    }
  }
}
