package org.hamtlab.hash.siphash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class SipHash13MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new SipHash13MixerProvider();
  }

  /** Of the eight bytes, lowest first, under the key 00 01 to 0f. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x5cb96f6ba2a4fcfcL),
        Map.entry(0x0000000000000001L, 0x32c5ea5ce472f19bL),
        Map.entry(0x0000000000000002L, 0x7f38fb9f024fc6ecL),
        Map.entry(0x000000000000002aL, 0x2d9b012a807294cbL),
        Map.entry(0x00000000000000ffL, 0x04c46c83b4c4facaL),
        Map.entry(0x0000000000003039L, 0x492ed113db87bb80L),
        Map.entry(0x000000007fffffffL, 0x8e8f26b80bf5b138L),
        Map.entry(0x00000000ffffffffL, 0x05db6aafb4b8af2cL),
        Map.entry(0x000000009e3779b9L, 0x0994ee23c86f4405L),
        Map.entry(0x0123456789abcdefL, 0x0782a12a072f7a64L),
        Map.entry(0xffffffffffffffffL, 0x823f307311453347L));
  }
}
