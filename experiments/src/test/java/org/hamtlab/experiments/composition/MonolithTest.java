package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonolithTest {

  static List<Map<Object, Object>> monoliths() {
    return List.of(new TaggedIntMonolith(), new SealedClassMonolith());
  }

  @ParameterizedTest
  @MethodSource("monoliths")
  void agreesWithHashMap(Map<Object, Object> monolith) {
    Map<Object, Object> expected = new HashMap<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int step = 0; step < 200_000; step++) {
      Object key = (long) random.nextInt(step % 40_000 < 20_000 ? 5_000 : 40);
      int operation = random.nextInt(10);
      if (operation < (step / 20_000 % 2 == 0 ? 6 : 2)) {
        assertThat(monolith.put(key, step)).isEqualTo(expected.put(key, step));
      } else if (operation < 8) {
        assertThat(monolith.remove(key)).isEqualTo(expected.remove(key));
      } else {
        assertThat(monolith.get(key)).isEqualTo(expected.get(key));
      }
      assertThat(monolith.size()).isEqualTo(expected.size());
    }
    expected.forEach((key, value) -> assertThat(monolith.remove(key)).isEqualTo(value));
    assertThat(monolith.size()).isZero();
  }
}
