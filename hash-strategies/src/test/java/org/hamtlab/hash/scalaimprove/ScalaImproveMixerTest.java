package org.hamtlab.hash.scalaimprove;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class ScalaImproveMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new ScalaImproveMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x00000000ff83ef00L),
        Map.entry(0x0000000000000001L, 0x00000000ff83cee7L),
        Map.entry(0x0000000000000002L, 0x00000000ff83acceL),
        Map.entry(0x000000000000002aL, 0x00000000fffe6123L),
        Map.entry(0x00000000000000ffL, 0x00000000ffe23a15L),
        Map.entry(0x0000000000003039L, 0x00000000f95e1cb7L),
        Map.entry(0x000000007fffffffL, 0x0000000080022956L),
        Map.entry(0x00000000ffffffffL, 0x00000000000021d6L),
        Map.entry(0x000000009e3779b9L, 0x0000000023988131L));
  }
}
