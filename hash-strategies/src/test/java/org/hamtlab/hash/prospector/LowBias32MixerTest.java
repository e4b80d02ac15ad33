package org.hamtlab.hash.prospector;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class LowBias32MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new LowBias32MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x00000000688990c0L),
        Map.entry(0x0000000000000002L, 0x00000000d1132181L),
        Map.entry(0x000000000000002aL, 0x00000000172733c2L),
        Map.entry(0x00000000000000ffL, 0x00000000b3443e84L),
        Map.entry(0x0000000000003039L, 0x00000000912efcf7L),
        Map.entry(0x000000007fffffffL, 0x000000008d29ffb8L),
        Map.entry(0x00000000ffffffffL, 0x000000006768824aL),
        Map.entry(0x000000009e3779b9L, 0x0000000001fce552L));
  }
}
