package org.hamtlab.memory;

import java.lang.ref.Cleaner;

/** Frees the native memory of maps that were dropped without being closed. */
public final class NativeCleaner {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final Cleaner.Cleanable NOTHING = () -> {};

  private NativeCleaner() {}

  /**
   * Registers a map.
   *
   * @param map whose collection triggers the release
   * @param release frees the memory and holds no reference to the map; {@code null} for none
   * @return runs the release at once, at most once
   */
  public static Cleaner.Cleanable register(Object map, Runnable release) {
    return release == null ? NOTHING : CLEANER.register(map, release);
  }
}
