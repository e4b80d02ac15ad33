package org.hamtlab.hash.murmur3;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Murmur3Fmix64MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Murmur3Fmix64MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0xb456bcfc34c2cb2cL),
        Map.entry(0x0000000000000002L, 0x3abf2a20650683e7L),
        Map.entry(0x000000000000002aL, 0x810879608e4259ccL),
        Map.entry(0x00000000000000ffL, 0x1200a2a61d248b28L),
        Map.entry(0x0000000000003039L, 0x17d2abfbf90baef9L),
        Map.entry(0x000000007fffffffL, 0x8a662c1a93a26b91L),
        Map.entry(0x00000000ffffffffL, 0xcc71ecda2aa8bcc6L),
        Map.entry(0x000000009e3779b9L, 0x79b39e42c630264fL),
        Map.entry(0x0123456789abcdefL, 0x87cbfbfe89022ceaL),
        Map.entry(0xffffffffffffffffL, 0x64b5720b4b825f21L));
  }
}
