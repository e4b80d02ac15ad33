package org.hamtlab.compression.boundedpath;

import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.testkit.PathCompressionContract;

class BoundedPathCompressionTest extends PathCompressionContract {
  @Override
  protected PathCompressionProvider provider() {
    return new BoundedPathCompressionProvider();
  }
}
