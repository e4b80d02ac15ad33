package org.hamtlab.allocator.leaking;

import java.util.Optional;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;

class LeakingAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new LeakingAllocatorProvider();
  }

  @Override
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.of(
        new FreeListAllocator(new ArenaAllocator(memory, 1024, true), SizeClasses.EXACT));
  }
}
