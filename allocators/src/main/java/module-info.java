/** Allocators: where the blocks of slots come from. */
module org.hamtlab.allocator {
  requires org.hamtlab.api;

  exports org.hamtlab.allocator.arena;
  exports org.hamtlab.allocator.checked;
  exports org.hamtlab.allocator.faulty;
  exports org.hamtlab.allocator.firstfit;
  exports org.hamtlab.allocator.freelist;
  exports org.hamtlab.allocator.gc;
  exports org.hamtlab.allocator.leaking;
  exports org.hamtlab.allocator.locked;
  exports org.hamtlab.allocator.malloc;
  exports org.hamtlab.allocator.metered;
  exports org.hamtlab.allocator.poison;
  exports org.hamtlab.allocator.pool;
  exports org.hamtlab.allocator.quota;
  exports org.hamtlab.allocator.slab;
  exports org.hamtlab.allocator.threadlocal;

  provides org.hamtlab.spi.AllocatorProvider with
      org.hamtlab.allocator.arena.ArenaAllocatorProvider,
      org.hamtlab.allocator.checked.CheckedAllocatorProvider,
      org.hamtlab.allocator.faulty.FaultyAllocatorProvider,
      org.hamtlab.allocator.firstfit.FirstFitAllocatorProvider,
      org.hamtlab.allocator.freelist.FreeListAllocatorProvider,
      org.hamtlab.allocator.gc.GcAllocatorProvider,
      org.hamtlab.allocator.leaking.LeakingAllocatorProvider,
      org.hamtlab.allocator.locked.LockedAllocatorProvider,
      org.hamtlab.allocator.malloc.MallocAllocatorProvider,
      org.hamtlab.allocator.metered.MeteredAllocatorProvider,
      org.hamtlab.allocator.poison.PoisonAllocatorProvider,
      org.hamtlab.allocator.pool.PoolAllocatorProvider,
      org.hamtlab.allocator.quota.QuotaAllocatorProvider,
      org.hamtlab.allocator.slab.SlabAllocatorProvider,
      org.hamtlab.allocator.threadlocal.ThreadLocalAllocatorProvider;
}
