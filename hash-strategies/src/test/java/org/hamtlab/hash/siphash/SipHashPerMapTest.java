package org.hamtlab.hash.siphash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.spi.HashMixerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that nobody knows: another one for every mixer that is created. */
class SipHashPerMapTest {

  static HashMixerProvider[] providers() {
    return new HashMixerProvider[] {new SipHash13MixerProvider(), new SipHash24MixerProvider()};
  }

  private static Settings settings(String secrets) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("secrets", secrets);
    values.put("secret", 0L);
    return new Settings(values);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void everyMixerHasAKeyOfItsOwn(HashMixerProvider provider) {
    Set<Long> hashes = new HashSet<>();
    for (int map = 0; map < 100; map++) {
      hashes.add(((SipHashMixer) provider.create(settings("per-map"))).hash("key", 0));
    }
    assertThat(hashes).hasSize(100);
    SipHashMixer given = (SipHashMixer) provider.create(settings("given"));
    assertThat(hashes).doesNotContain(given.hash("key", 0));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void onlySuchMixersDifferFromFamilyToFamily(HashMixerProvider provider) {
    assertThat(provider.traits(settings("per-map")).offers()).containsExactly(Trait.KEYED);
    assertThat(provider.traits(settings("given")).offers()).isEmpty();
  }
}
