package org.hamtlab.testkit;

import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.testkit.bounded.BoundedCompressionProvider;

class BoundedCompressionTest extends PathCompressionContract {
  @Override
  protected PathCompressionProvider provider() {
    return new BoundedCompressionProvider();
  }
}
