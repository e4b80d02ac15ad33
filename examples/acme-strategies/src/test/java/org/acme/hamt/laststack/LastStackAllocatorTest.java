package org.acme.hamt.laststack;

import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.testkit.AllocatorContract;

class LastStackAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new LastStackAllocatorProvider();
  }
}
