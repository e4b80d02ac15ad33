package org.hamtlab.hash.prospector;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Triple32MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Triple32MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x00000000042741d6L),
        Map.entry(0x0000000000000002L, 0x00000000f1dfe8e9L),
        Map.entry(0x000000000000002aL, 0x000000009a675f94L),
        Map.entry(0x00000000000000ffL, 0x00000000e4f78f5dL),
        Map.entry(0x0000000000003039L, 0x00000000f904eb67L),
        Map.entry(0x000000007fffffffL, 0x00000000383b512aL),
        Map.entry(0x00000000ffffffffL, 0x00000000127f588fL),
        Map.entry(0x000000009e3779b9L, 0x00000000fd42f46aL));
  }
}
