package org.hamtlab.hash.rapidhash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class RapidhashMumMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new RapidhashMumMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x9efc171aebcea1f3L),
        Map.entry(0x0000000000000001L, 0xbec178309f44afbcL),
        Map.entry(0x0000000000000002L, 0xed5e18b474c67087L),
        Map.entry(0x000000000000002aL, 0x46007cef671e1cdfL),
        Map.entry(0x00000000000000ffL, 0x427252c37577ab89L),
        Map.entry(0x0000000000003039L, 0x33d8b7cd9ef4dc12L),
        Map.entry(0x000000007fffffffL, 0xc39dcfcbbf0697c7L),
        Map.entry(0x00000000ffffffffL, 0xc26f007ed3a096e5L),
        Map.entry(0x000000009e3779b9L, 0x2bd8bf1f01c0f1beL),
        Map.entry(0x0123456789abcdefL, 0xfdc89f6eae2b0443L),
        Map.entry(0xffffffffffffffffL, 0x8a185fbd8550916dL));
  }
}
