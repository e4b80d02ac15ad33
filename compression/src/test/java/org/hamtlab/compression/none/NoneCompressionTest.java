package org.hamtlab.compression.none;

import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.testkit.PathCompressionContract;

class NoneCompressionTest extends PathCompressionContract {
  @Override
  protected PathCompressionProvider provider() {
    return new NoneCompressionProvider();
  }
}
