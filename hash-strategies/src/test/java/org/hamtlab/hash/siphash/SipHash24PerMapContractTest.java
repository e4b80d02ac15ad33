package org.hamtlab.hash.siphash;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class SipHash24PerMapContractTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new SipHash24MixerProvider();
  }

  @Override
  protected Settings settings() {
    Map<String, Object> values = new LinkedHashMap<>(super.settings().values());
    values.put("secrets", "per-map");
    return new Settings(values);
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of();
  }
}
