package org.hamtlab.hash.javaspread;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class JavaSpreadMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new JavaSpreadMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(0L, 0L, 0x12345678L, 0x1234444CL);
  }
}
