package org.hamtlab.hash.identity;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class IdentityMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new IdentityMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(0L, 0L, 12345L, 12345L);
  }
}
