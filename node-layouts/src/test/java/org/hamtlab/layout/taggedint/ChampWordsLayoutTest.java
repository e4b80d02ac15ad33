package org.hamtlab.layout.taggedint;

import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class ChampWordsLayoutTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new ChampWordsLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return false;
  }
}
