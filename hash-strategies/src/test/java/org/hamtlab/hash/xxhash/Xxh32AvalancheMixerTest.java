package org.hamtlab.hash.xxhash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Xxh32AvalancheMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Xxh32AvalancheMixerProvider();
  }

  /** The first is XXH32 of no bytes, 02cc5d05: the step on its fifth prime. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x00000000165667b1L, 0x0000000002cc5d05L),
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x00000000606d18a8L),
        Map.entry(0x0000000000000002L, 0x000000004ef2bf78L),
        Map.entry(0x000000000000002aL, 0x0000000048b9707aL),
        Map.entry(0x00000000000000ffL, 0x0000000086b0d93cL),
        Map.entry(0x0000000000003039L, 0x0000000070290bb5L),
        Map.entry(0x000000007fffffffL, 0x0000000039adc485L),
        Map.entry(0x00000000ffffffffL, 0x000000000173fb23L),
        Map.entry(0x000000009e3779b9L, 0x00000000999cfd99L));
  }
}
