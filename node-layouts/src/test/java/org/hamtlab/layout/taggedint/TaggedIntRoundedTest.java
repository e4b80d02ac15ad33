package org.hamtlab.layout.taggedint;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class TaggedIntRoundedTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new TaggedIntLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return false;
  }

  @Override
  protected Map<String, Object> chosen() {
    return Map.of("arrays", "rounded", "span", 6, "hash-bits", "64", "collisions", "sorted");
  }
}
