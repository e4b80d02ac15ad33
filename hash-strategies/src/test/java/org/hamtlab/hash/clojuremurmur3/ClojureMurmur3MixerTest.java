package org.hamtlab.hash.clojuremurmur3;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class ClojureMurmur3MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new ClojureMurmur3MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x0000000053075d44L),
        Map.entry(0x0000000000000002L, 0x00000000c61fa2f4L),
        Map.entry(0x000000000000002aL, 0x000000006f8f913eL),
        Map.entry(0x00000000000000ffL, 0x00000000fcdb09b7L),
        Map.entry(0x0000000000003039L, 0x00000000146c33b1L),
        Map.entry(0x000000007fffffffL, 0x000000006c6f39beL),
        Map.entry(0x00000000ffffffffL, 0x00000000291f3defL),
        Map.entry(0x000000009e3779b9L, 0x00000000de8108a0L),
        Map.entry(0x0123456789abcdefL, 0x00000000fa908422L),
        Map.entry(0xffffffffffffffffL, 0x00000000627564e8L));
  }
}
