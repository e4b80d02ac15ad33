package org.hamtlab.hash.stafford;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class StaffordMix04MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new StaffordMix04MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x171c67a5be3ce563L),
        Map.entry(0x0000000000000002L, 0xf95d9ff1e390a4ceL),
        Map.entry(0x000000000000002aL, 0x8207249c064208abL),
        Map.entry(0x00000000000000ffL, 0x935ee234a106560aL),
        Map.entry(0x0000000000003039L, 0x75ef27f99965a188L),
        Map.entry(0x000000007fffffffL, 0xd3181c4be0fc126aL),
        Map.entry(0x00000000ffffffffL, 0x543d16a44309bbcdL),
        Map.entry(0x000000009e3779b9L, 0xe948d2d05b09a422L),
        Map.entry(0x0123456789abcdefL, 0x5a0015320a85ca20L),
        Map.entry(0xffffffffffffffffL, 0x8783b1106efb5498L));
  }
}
