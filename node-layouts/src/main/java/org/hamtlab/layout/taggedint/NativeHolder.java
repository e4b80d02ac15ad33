package org.hamtlab.layout.taggedint;

import java.lang.ref.Cleaner;
import org.hamtlab.memory.NativeCleaner;

/**
 * Stands for native memory as the collector sees it. Each access keeps the holder reachable until
 * it is over, and closing drops the one lasting reference to it: so the memory is freed when the
 * map was closed or dropped and no access is under way, whatever other threads do.
 */
final class NativeHolder {
  private final Cleaner.Cleanable memory;

  /**
   * Creates a holder.
   *
   * @param release frees the memory and holds no reference to the map
   */
  NativeHolder(Runnable release) {
    this.memory = NativeCleaner.register(this, release);
  }

  /** Frees the memory at once; no access may be under way. */
  Runnable release() {
    return memory::clean;
  }
}
