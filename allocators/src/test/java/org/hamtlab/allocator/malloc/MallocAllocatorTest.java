package org.hamtlab.allocator.malloc;

import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.testkit.AllocatorContract;

class MallocAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new MallocAllocatorProvider();
  }
}
