package org.hamtlab.layout.champ;

import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class ChampLayoutTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new ChampLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return true;
  }
}
