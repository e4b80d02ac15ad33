package org.hamtlab.memory;

import java.lang.ref.Cleaner;

/** Frees the native memory of maps that were dropped without being closed. */
public final class NativeCleaner {
  private static final Cleaner CLEANER = Cleaner.create();

  private NativeCleaner() {}

  /**
   * Registers a memory.
   *
   * @param holder whose collection triggers the release: every access keeps it reachable to its end
   * @param release frees the memory and holds no reference to the holder
   * @return runs the release at once, at most once
   */
  public static Cleaner.Cleanable register(Object holder, Runnable release) {
    return CLEANER.register(holder, release);
  }
}
