package org.hamtlab.hash.murmur3;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Murmur3Fmix32MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Murmur3Fmix32MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(0L, 0L, 1L, 0x514E28B7L, 2L, 0x30F4C306L, 0xFFFFFFFFL, 0x81F16F39L);
  }
}
