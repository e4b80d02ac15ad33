package org.hamtlab.hash.xxhash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Xxh64AvalancheMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Xxh64AvalancheMixerProvider();
  }

  /** The first is XXH64 of no bytes, ef46db3751d8e999: the step on its fifth prime. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x27d4eb2f165667c5L, 0xef46db3751d8e999L),
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x283a72a5b9ab93d3L),
        Map.entry(0x0000000000000002L, 0x4230b513611377ffL),
        Map.entry(0x000000000000002aL, 0x55673af8dac893daL),
        Map.entry(0x00000000000000ffL, 0x78259de6c74f8822L),
        Map.entry(0x0000000000003039L, 0xba0d1f260f40eb57L),
        Map.entry(0x000000007fffffffL, 0x64eaf375a5682dbeL),
        Map.entry(0x00000000ffffffffL, 0x098f575b9ead771cL),
        Map.entry(0x000000009e3779b9L, 0x26aace889e53b75aL),
        Map.entry(0x0123456789abcdefL, 0xb84da6f78dbf6de2L),
        Map.entry(0xffffffffffffffffL, 0x100ab62daadd9289L));
  }
}
