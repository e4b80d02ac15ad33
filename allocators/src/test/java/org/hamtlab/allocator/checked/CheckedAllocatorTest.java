package org.hamtlab.allocator.checked;

import java.util.Optional;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;

class CheckedAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new CheckedAllocatorProvider();
  }

  @Override
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.of(new ArenaAllocator(memory, 1024, true));
  }
}
