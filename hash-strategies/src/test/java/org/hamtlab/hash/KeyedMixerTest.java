package org.hamtlab.hash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;
import org.hamtlab.testkit.keyed.KeyedMixerProvider;

/** A keyed mixer without parameters, as other authors may write one. */
class KeyedMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new KeyedMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of();
  }
}
