package org.hamtlab.allocator.threadlocal;

import java.util.Optional;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.allocator.locked.LockedAllocator;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;

class ThreadLocalAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new ThreadLocalAllocatorProvider();
  }

  @Override
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.of(
        new LockedAllocator(
            new FreeListAllocator(new ArenaAllocator(memory, 1024, true), SizeClasses.EXACT)));
  }
}
