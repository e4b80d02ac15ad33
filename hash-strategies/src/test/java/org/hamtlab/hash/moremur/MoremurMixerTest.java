package org.hamtlab.hash.moremur;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class MoremurMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new MoremurMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x3c02aa47758292bdL),
        Map.entry(0x0000000000000002L, 0x946f086bbb956c5dL),
        Map.entry(0x000000000000002aL, 0x2cb4a7ee46cb76ccL),
        Map.entry(0x00000000000000ffL, 0x7517ff5801cfc558L),
        Map.entry(0x0000000000003039L, 0x09dd4109ee560d64L),
        Map.entry(0x000000007fffffffL, 0xb71bded2ad65279eL),
        Map.entry(0x00000000ffffffffL, 0x139a14a16f7f6a4dL),
        Map.entry(0x000000009e3779b9L, 0xfebc11bada33c163L),
        Map.entry(0x0123456789abcdefL, 0x6d97305f56288c62L),
        Map.entry(0xffffffffffffffffL, 0x78a9666a39c1a1b5L));
  }
}
