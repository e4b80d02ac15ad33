package org.hamtlab.hash.fxhash;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class FxHashMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new FxHashMixerProvider();
  }

  /** From the tests of the crate. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.ofEntries(
        Map.entry(0x0000000000000001L, 0x517cc1b727220a95L),
        Map.entry(0x0000000000000064L, 0xd4bbab8b494c2234L),
        Map.entry(0xffffffffffffffffL, 0xae833e48d8ddf56bL),
        Map.entry(0x0000000000000000L, 0x0000000000000000L));
  }
}
