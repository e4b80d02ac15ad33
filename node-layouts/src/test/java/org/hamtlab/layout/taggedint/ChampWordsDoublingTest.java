package org.hamtlab.layout.taggedint;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class ChampWordsDoublingTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new ChampWordsLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return false;
  }

  @Override
  protected Map<String, Object> chosen() {
    return Map.of("arrays", "doubling", "min-capacity", 2);
  }
}
