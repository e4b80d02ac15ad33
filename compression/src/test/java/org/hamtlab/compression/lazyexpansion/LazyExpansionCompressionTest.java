package org.hamtlab.compression.lazyexpansion;

import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.testkit.PathCompressionContract;

class LazyExpansionCompressionTest extends PathCompressionContract {
  @Override
  protected PathCompressionProvider provider() {
    return new LazyExpansionCompressionProvider();
  }
}
