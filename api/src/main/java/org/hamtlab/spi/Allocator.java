package org.hamtlab.spi;

/**
 * Grants and takes back blocks of slots. It sees sizes and addresses, never what stands in a block.
 *
 * <p>An address counts in the units of the {@link SlotMemory} that the allocator was created over.
 * One instance serves one map and is used by one thread at a time.
 */
public interface Allocator {

  /**
   * The address of a block that stands in no memory: the layout makes an array of its own for it,
   * and the JVM collects it. Only allocators whose traits need {@code object-slots} return it.
   */
  int FRESH = -1;

  /**
   * Grants a block. Its content is undefined.
   *
   * @param slots size, at least 1
   * @return the block's address, at least 0, or {@link #FRESH}
   * @throws AllocationException if no memory is left; the allocator is as it was before
   */
  int allocate(int slots);

  /**
   * Takes a block back. Never fails for lack of memory.
   *
   * @param address as granted
   * @param slots as requested
   */
  void free(int address, int slots);

  /** Takes every block back at once; cumulative counters go on, live ones fall to zero. */
  void reset();

  /**
   * A snapshot of the counters. Cost: a look at size classes or free runs, plus that of the parent;
   * never at live blocks.
   */
  Telemetry telemetry();

  /**
   * The calling thread has ended a task: every block that it was granted in it was freed. An
   * allocator that uses a thread's blocks only then again does so now, decorators pass this on, the
   * others need not care.
   */
  default void endTask() {}

  /**
   * Whether layouts may make blocks on several threads without asking: only where every block is
   * {@link #FRESH} and nothing depends on the counters.
   */
  default boolean isConcurrent() {
    return false;
  }
}
