package org.hamtlab.allocator.locked;

import java.util.Optional;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;

class LockedAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new LockedAllocatorProvider();
  }

  @Override
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.of(new ArenaAllocator(memory, 1024, true));
  }
}
