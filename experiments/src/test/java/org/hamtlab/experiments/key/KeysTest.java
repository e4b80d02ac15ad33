package org.hamtlab.experiments.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.hamtlab.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sequential:100", "shuffled:100@7", "random:100", "strided:100:64", "zipf:100:1.1",
        "uuid:100", "colliding:100:12", "words:100", "classes:100", "classes:100@3"
      })
  void printsWhatItReadsAndMakesTheSameKeysAgain(String phrase) {
    KeySpec spec = KeySpec.parse(phrase);

    assertThat(spec).hasToString(phrase);
    assertThat(Keys.of(spec)).hasSize(100).isEqualTo(Keys.of(phrase));
  }

  @Test
  void countsUpAndShuffles() {
    assertThat(Keys.of("sequential:3")).isEqualTo(List.of(0L, 1L, 2L));
    assertThat(Keys.of("sequential:2k")).hasSize(2_000);
    assertThat(Keys.of("shuffled:50"))
        .containsExactlyInAnyOrderElementsOf(Keys.of("sequential:50"));
    assertThat(Keys.of("shuffled:50")).isNotEqualTo(Keys.of("shuffled:50@2"));
    assertThat(Keys.of("strided:3:8")).isEqualTo(List.of(0L, 8L, 16L));
  }

  @Test
  void collidesInExactlySoManyBits() {
    List<Object> keys = Keys.of("colliding:64:20");
    List<Object> all = Keys.of("colliding:64:32");

    assertThat(keys.stream().map(key -> key.hashCode() & 0xFFFFF).distinct()).hasSize(1);
    assertThat(keys.stream().map(Object::hashCode).distinct()).hasSize(64);
    assertThat(all.stream().map(Object::hashCode).distinct()).hasSize(1);
    assertThat(new HashSet<>(all)).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "nonsense:5", "sequential", "sequential:0", "sequential:-4", "sequential:1:2",
        "colliding:5:33", "zipf:5:0", "strided:5:0", "file:", "shuffled:5@x", "words:99999999"
      })
  void refusesWhatItCannotMake(String phrase) {
    assertThatThrownBy(() -> Keys.of(phrase))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected");
  }
}
