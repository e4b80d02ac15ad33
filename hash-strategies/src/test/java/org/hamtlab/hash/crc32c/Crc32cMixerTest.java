package org.hamtlab.hash.crc32c;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Crc32cMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Crc32cMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x000000008c28b28aL),
        Map.entry(0x0000000000000001L, 0x00000000c514cfadL),
        Map.entry(0x0000000000000002L, 0x000000001e5048c4L),
        Map.entry(0x000000000000002aL, 0x00000000516b2987L),
        Map.entry(0x00000000000000ffL, 0x00000000933d822fL),
        Map.entry(0x0000000000003039L, 0x00000000af59de41L),
        Map.entry(0x000000007fffffffL, 0x00000000915d2aa3L),
        Map.entry(0x00000000ffffffffL, 0x00000000ffffffffL),
        Map.entry(0x000000009e3779b9L, 0x00000000b0f09a2cL),
        Map.entry(0x0123456789abcdefL, 0x0000000065b0d823L),
        Map.entry(0xffffffffffffffffL, 0x0000000048674bc7L));
  }
}
