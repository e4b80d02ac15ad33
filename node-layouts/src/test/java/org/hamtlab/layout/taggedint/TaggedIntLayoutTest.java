package org.hamtlab.layout.taggedint;

import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class TaggedIntLayoutTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new TaggedIntLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return false;
  }
}
