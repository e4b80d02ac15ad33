package org.hamtlab.allocator.firstfit;

import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.testkit.AllocatorContract;

class FirstFitAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new FirstFitAllocatorProvider();
  }
}
