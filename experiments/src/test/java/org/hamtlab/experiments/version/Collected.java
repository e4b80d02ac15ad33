package org.hamtlab.experiments.version;

import java.lang.ref.Reference;
import java.util.List;
import org.hamtlab.memory.NativeBudget;

/** Waits for the JVM to collect what nobody holds. */
final class Collected {
  private static final int COLLECTIONS = 40;

  private Collected() {}

  /**
   * Native bytes reserved after collections, which end once no more than enough are.
   *
   * @param enough bytes; less than 0 for all collections
   */
  static long nativeBytes(long enough) {
    NativeBudget budget = NativeBudget.ofProcess();
    for (int collection = 0; collection < COLLECTIONS && budget.reserved() > enough; collection++) {
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
