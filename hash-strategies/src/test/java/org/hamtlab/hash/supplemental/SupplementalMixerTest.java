package org.hamtlab.hash.supplemental;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class SupplementalMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new SupplementalMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x0000000000000001L),
        Map.entry(0x0000000000000002L, 0x0000000000000002L),
        Map.entry(0x000000000000002aL, 0x0000000000000028L),
        Map.entry(0x00000000000000ffL, 0x00000000000000f1L),
        Map.entry(0x0000000000003039L, 0x0000000000003359L),
        Map.entry(0x000000007fffffffL, 0x0000000078f8778fL),
        Map.entry(0x00000000ffffffffL, 0x00000000f1f0ef1fL),
        Map.entry(0x000000009e3779b9L, 0x0000000096e10739L));
  }
}
