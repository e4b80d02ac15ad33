package org.hamtlab.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The C library's allocator through the foreign-memory API. Addresses are machine addresses; 0
 * means that the library refused.
 *
 * <p>{@code malloc} and {@code free} are <em>critical</em> downcalls: no thread transition, so they
 * must be short, as they are for blocks of trie nodes.
 */
public final class LibC {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle MALLOC =
      handle("malloc", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
  private static final MethodHandle REALLOC =
      handle(
          "realloc",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
  private static final MethodHandle FREE =
      handle("free", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
  private static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private LibC() {}

  private static MethodHandle handle(String name, FunctionDescriptor type) {
    MemorySegment function =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() ->
                new UnsupportedOperationException(
                    "C library: '"
                        + name
                        + "' not found (expected on every POSIX system)."
                        + " Use an allocator and a memory that are not native."));
    return LINKER.downcallHandle(function, type, Linker.Option.critical(false));
  }

  /** Allocates bytes, uninitialised. */
  public static long malloc(long bytes) {
    try {
      return (long) MALLOC.invokeExact(bytes);
    } catch (Throwable failure) {
      throw unexpected(failure);
    }
  }

  /** Resizes an allocation, moving it if need be; {@code address} 0 allocates. */
  public static long realloc(long address, long bytes) {
    try {
      return (long) REALLOC.invokeExact(address, bytes);
    } catch (Throwable failure) {
      throw unexpected(failure);
    }
  }

  /** Frees an allocation; 0 is ignored. */
  public static void free(long address) {
    try {
      FREE.invokeExact(address);
    } catch (Throwable failure) {
      throw unexpected(failure);
    }
  }

  /** Reads the 32-bit word at an address, which must be allocated. */
  public static int word(long address) {
    return EVERYTHING.get(ValueLayout.JAVA_INT, address);
  }

  /** Writes the 32-bit word at an address, which must be allocated. */
  public static void setWord(long address, int word) {
    EVERYTHING.set(ValueLayout.JAVA_INT, address, word);
  }

  /** Copies words between allocations that do not overlap. */
  public static void copyWords(long from, long to, int words) {
    MemorySegment.copy(EVERYTHING, from, EVERYTHING, to, 4L * words);
  }

  private static IllegalStateException unexpected(Throwable failure) {
    return new IllegalStateException("C library: a downcall failed", failure);
  }
}
