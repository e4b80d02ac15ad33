package org.hamtlab.spi;

/** Creates allocators of the composition's allocator strategy over a memory of the layout. */
@FunctionalInterface
public interface AllocatorFactory {

  /** Creates a fresh allocator; a layout with several memories calls this once for each. */
  Allocator create(SlotMemory memory);
}
