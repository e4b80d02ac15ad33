package org.hamtlab.hash.wyhash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class WyhashMumMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new WyhashMumMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0xfa303abc2b1d7630L),
        Map.entry(0x0000000000000001L, 0x8fd90e7337ab042dL),
        Map.entry(0x0000000000000002L, 0x29575a9f88f1e18fL),
        Map.entry(0x000000000000002aL, 0x9258a755873dbfbaL),
        Map.entry(0x00000000000000ffL, 0x2daa2ab49fb10d50L),
        Map.entry(0x0000000000003039L, 0xcde9a90347074e95L),
        Map.entry(0x000000007fffffffL, 0x0a1095dcd570e33cL),
        Map.entry(0x00000000ffffffffL, 0xe845eea17c625588L),
        Map.entry(0x000000009e3779b9L, 0x13c07a7a1c6548c1L),
        Map.entry(0x0123456789abcdefL, 0x0864234d26430494L),
        Map.entry(0xffffffffffffffffL, 0x457fadeec3572404L));
  }
}
