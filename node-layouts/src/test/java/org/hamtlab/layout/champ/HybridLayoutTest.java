package org.hamtlab.layout.champ;

import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class HybridLayoutTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new HybridLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return true;
  }
}
