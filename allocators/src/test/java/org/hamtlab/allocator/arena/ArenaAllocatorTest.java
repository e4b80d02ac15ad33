package org.hamtlab.allocator.arena;

import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.testkit.AllocatorContract;

class ArenaAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new ArenaAllocatorProvider();
  }
}
