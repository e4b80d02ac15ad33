package org.hamtlab.hash.xxhash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Xxh3AvalancheMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Xxh3AvalancheMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x1656679188611e68L),
        Map.entry(0x0000000000000002L, 0x2caccf2310c23cd1L),
        Map.entry(0x000000000000002aL, 0xaa2cfde35f36ff39L),
        Map.entry(0x00000000000000ffL, 0x40112a0cd953550bL),
        Map.entry(0x0000000000003039L, 0x2ca85d168d908567L),
        Map.entry(0x000000007fffffffL, 0xb8c5556a590dd36dL),
        Map.entry(0x00000000ffffffffL, 0x87e11267e6299460L),
        Map.entry(0x000000009e3779b9L, 0x1b53e7366a6f32c7L),
        Map.entry(0x0123456789abcdefL, 0x653196ee4f4a174aL),
        Map.entry(0xffffffffffffffffL, 0x730e44304b0e4430L));
  }
}
