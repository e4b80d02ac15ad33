package org.hamtlab.compression.path;

import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.testkit.PathCompressionContract;

class FullPathCompressionTest extends PathCompressionContract {
  @Override
  protected PathCompressionProvider provider() {
    return new FullPathCompressionProvider();
  }
}
