package org.hamtlab.layout.taggedint;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class TaggedIntApartNativeTest extends NodeLayoutContract {
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
    return Map.of(
        "headers", "apart", "memory", "native", "span", 6, "hash-bits", "64", "arrays", "doubling");
  }
}
