package org.hamtlab.layout.champ;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class HybridNarrowTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new HybridLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return true;
  }

  @Override
  protected Map<String, Object> chosen() {
    return Map.of("span", 3, "bit-order", "high-first", "collisions", "sorted");
  }
}
