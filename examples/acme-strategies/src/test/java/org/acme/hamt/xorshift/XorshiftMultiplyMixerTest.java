package org.acme.hamt.xorshift;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class XorshiftMultiplyMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new XorshiftMultiplyMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(0L, 0L, 1L, 0x9E3645D7L, 42L, 0xF5181269L, 0xFFFFFFFFL, 0x86460C8EL);
  }
}
