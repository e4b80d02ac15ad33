package org.hamtlab.layout.taggedint;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class ChampWordsMemoisedLongTest extends NodeLayoutContract {
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
    return Map.of("memoise", "yes", "memory", "native", "hash-bits", "64", "span", 6);
  }
}
