package org.hamtlab.layout.taggedint;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class TaggedIntApartTest extends NodeLayoutContract {
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
    return Map.of("headers", "apart");
  }
}
