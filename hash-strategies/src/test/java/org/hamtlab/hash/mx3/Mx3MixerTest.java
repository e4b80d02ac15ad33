package org.hamtlab.hash.mx3;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class Mx3MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Mx3MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000000L, 0x0000000000000000L),
        Map.entry(0x0000000000000001L, 0x071894de00d9981fL),
        Map.entry(0x0000000000000002L, 0xef9d98262a1b46cbL),
        Map.entry(0x000000000000002aL, 0xd9304fb2aff39142L),
        Map.entry(0x00000000000000ffL, 0x82f01a24fba5e30dL),
        Map.entry(0x0000000000003039L, 0xb175a4595a814142L),
        Map.entry(0x000000007fffffffL, 0xfee7bbfb6a4e84e2L),
        Map.entry(0x00000000ffffffffL, 0x778b650bd5c5d73aL),
        Map.entry(0x000000009e3779b9L, 0x465c998de86301ebL),
        Map.entry(0x0123456789abcdefL, 0xdfd8b22469f984a8L),
        Map.entry(0xffffffffffffffffL, 0x96c7cbb7179e89f6L));
  }
}
