package org.hamtlab.hash.constant;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class ConstantMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new ConstantMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(1L, 0L, 2L, 0L);
  }
}
