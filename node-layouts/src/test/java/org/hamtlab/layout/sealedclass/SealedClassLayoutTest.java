package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class SealedClassLayoutTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new SealedClassLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return true;
  }
}
