package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class DenseLayoutTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new DenseLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return true;
  }
}
