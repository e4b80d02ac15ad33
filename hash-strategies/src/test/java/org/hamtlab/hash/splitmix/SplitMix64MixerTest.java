package org.hamtlab.hash.splitmix;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class SplitMix64MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new SplitMix64MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0xe220a8397b1dcdafL),
        Map.entry(0x0000000000000001L, 0x910a2dec89025cc1L),
        Map.entry(0x0000000000000002L, 0x975835de1c9756ceL),
        Map.entry(0x000000000000002aL, 0xbdd732262feb6e95L),
        Map.entry(0x00000000000000ffL, 0x338c507146283fb4L),
        Map.entry(0x0000000000003039L, 0x22118258a9d111a0L),
        Map.entry(0x000000007fffffffL, 0x61fa36a6261a4be7L),
        Map.entry(0x00000000ffffffffL, 0x73b13ba2aff181c0L),
        Map.entry(0x000000009e3779b9L, 0x90fbd5f49acf76efL),
        Map.entry(0x0123456789abcdefL, 0x157a3807a48faa9dL),
        Map.entry(0xffffffffffffffffL, 0xe4d971771b652c20L));
  }
}
