package org.hamtlab.allocator.gc;

import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.testkit.AllocatorContract;

class GcAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new GcAllocatorProvider();
  }
}
