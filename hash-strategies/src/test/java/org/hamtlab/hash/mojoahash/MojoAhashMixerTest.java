package org.hamtlab.hash.mojoahash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class MojoAhashMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new MojoAhashMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(
        0L,
        0xcdbcdc77cd2af225L,
        1L,
        0x62d2f5a588055f00L,
        2L,
        0x2331c33048cb0394L,
        42L,
        0x5769313330f89306L,
        100L,
        0x962ae0104e49e054L,
        -1L,
        0x304bf01846c9a207L);
  }
}
