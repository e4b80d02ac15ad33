package org.hamtlab.layout.sealedclass;

import java.util.Map;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.testkit.NodeLayoutContract;

class SealedClassInlinePerArityTest extends NodeLayoutContract {
  @Override
  protected NodeLayoutProvider provider() {
    return new SealedClassLayoutProvider();
  }

  @Override
  protected boolean ownArrays() {
    return true;
  }

  @Override
  protected Map<String, Object> chosen() {
    return Map.of("entries", "inline", "span", 4, "branches", "per-arity");
  }
}
