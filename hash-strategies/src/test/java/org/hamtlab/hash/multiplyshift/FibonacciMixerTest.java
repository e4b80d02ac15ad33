package org.hamtlab.hash.multiplyshift;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class FibonacciMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new FibonacciMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x000000009e3779b9L),
        Map.entry(0x0000000000000002L, 0x000000003c6ef372L),
        Map.entry(0x000000000000002aL, 0x00000000f519f86eL),
        Map.entry(0x00000000000000ffL, 0x0000000099423fc5L),
        Map.entry(0x0000000000003039L, 0x00000000a12ce22bL),
        Map.entry(0x000000007fffffffL, 0x00000000216dc451L),
        Map.entry(0x00000000ffffffffL, 0x00000000e113025bL),
        Map.entry(0x000000009e3779b9L, 0x000000003209f5ccL),
        Map.entry(0x0123456789abcdefL, 0x000000000c93a7b7L),
        Map.entry(0xffffffffffffffffL, 0x0000000061c88646L));
  }
}
