package org.hamtlab.papers.evidence;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The free memory of the C library. What a dropped map gave back lies scattered over its lists, and
 * the next map would be granted blocks in that order; so its time would depend on what was dropped
 * before.
 */
public final class NativeHeap {
  private static final Optional<MethodHandle> TRIM =
      Linker.nativeLinker()
          .defaultLookup()
          .find("malloc_trim")
          .map(function ->
              Linker.nativeLinker()
                  .downcallHandle(
                      function,
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));

  private NativeHeap() {}

  /** Joins free blocks and gives whole pages back; does nothing where the library cannot. */
  public static void trim() {
    if (TRIM.isEmpty()) {
      return;
    }
    try {
      int any = (int) TRIM.get().invokeExact(0L);
      if (any < 0) {
        throw new IllegalStateException("malloc_trim: " + any + " (expected 0 or 1)");
      }
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException("C library: a downcall failed", failure);
    }
  }
}
