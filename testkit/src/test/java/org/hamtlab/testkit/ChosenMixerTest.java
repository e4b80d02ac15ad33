package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.chosen.ChosenMixer;
import org.hamtlab.testkit.chosen.ChosenMixerProvider;
import org.junit.jupiter.api.Test;

class ChosenMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new ChosenMixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(0L, 0L, -1L, -1L);
  }

  @Test
  void takesAllBitsFromTheKey() {
    ChosenMixer mixer = new ChosenMixer();

    assertThat(mixer.hash(new ChosenHash(0x8000_0000_0000_0001L, 1), 0))
        .isEqualTo(0x8000_0000_0000_0001L);
    assertThat(mixer.hash(null, 0)).isZero();
    assertThat(mixer.hash(-1, 0)).isEqualTo(0xFFFF_FFFFL);
  }

  @Test
  void hashesAnewInEveryGeneration() {
    ChosenMixer mixer = new ChosenMixer();
    ChosenHash key = new ChosenHash(42, 1);

    assertThat(mixer.hash(key, 1)).isNotEqualTo(mixer.hash(key, 0));
    assertThat(mixer.hash(key, 2)).isNotEqualTo(mixer.hash(key, 1));
    assertThat(mixer.hash(key, 2)).isEqualTo(mixer.hash(new ChosenHash(42, 2), 2));
  }
}
