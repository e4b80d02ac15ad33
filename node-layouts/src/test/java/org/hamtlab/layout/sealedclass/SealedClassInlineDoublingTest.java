package org.hamtlab.layout.sealedclass;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class SealedClassInlineDoublingTest extends NodeLayoutContract {
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
    return Map.of("entries", "inline", "arrays", "doubling", "span", 6);
  }
}
