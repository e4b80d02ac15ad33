package org.hamtlab.layout.sealedclass;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class SealedClassInlineBlocksTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new SealedClassLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return false;
  }

  @Override
  protected Map<String, Object> chosen() {
    return Map.of("entries", "inline", "span", 3, "hash-bits", "64", "collisions", "sorted");
  }
}
