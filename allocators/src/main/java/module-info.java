/** Allocators: where the blocks of slots come from. */
module org.hamtlab.allocator {
  requires org.hamtlab.api;

  exports org.hamtlab.allocator.arena;
  exports org.hamtlab.allocator.checked;
  exports org.hamtlab.allocator.freelist;
  exports org.hamtlab.allocator.gc;
  exports org.hamtlab.allocator.malloc;
  exports org.hamtlab.allocator.pool;

  provides org.hamtlab.spi.AllocatorProvider with
      org.hamtlab.allocator.arena.ArenaAllocatorProvider,
      org.hamtlab.allocator.checked.CheckedAllocatorProvider,
      org.hamtlab.allocator.freelist.FreeListAllocatorProvider,
      org.hamtlab.allocator.gc.GcAllocatorProvider,
      org.hamtlab.allocator.malloc.MallocAllocatorProvider,
      org.hamtlab.allocator.pool.PoolAllocatorProvider;
}
