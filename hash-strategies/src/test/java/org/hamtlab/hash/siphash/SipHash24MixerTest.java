package org.hamtlab.hash.siphash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class SipHash24MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new SipHash24MixerProvider();
  }

  /** Of the eight bytes, lowest first, under the key 00 01 to 0f. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x39d3851ca07681a7L),
        Map.entry(0x0000000000000001L, 0x2b91b2b085e6d1f6L),
        Map.entry(0x0000000000000002L, 0x2cf030f1fa30eb6dL),
        Map.entry(0x000000000000002aL, 0x2cbe815a255faf48L),
        Map.entry(0x00000000000000ffL, 0xdfff4e5b4b5092aeL),
        Map.entry(0x0000000000003039L, 0x4a82911729d15a3eL),
        Map.entry(0x000000007fffffffL, 0x45568bb5e0ea6149L),
        Map.entry(0x00000000ffffffffL, 0x68b88f4caf658465L),
        Map.entry(0x000000009e3779b9L, 0x5b6b7570576e3e4eL),
        Map.entry(0x0123456789abcdefL, 0xe9d31dd454ca179cL),
        Map.entry(0xffffffffffffffffL, 0x2a68ff30a3d9da34L));
  }
}
