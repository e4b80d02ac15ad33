package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.api.Test;

class StructureDigestTest {
  private static String digest(String phrase, List<ChosenKey> keys) {
    Map<Object, Integer> numbers = new HashMap<>();
    keys.forEach(key -> numbers.put(key, key.number()));
    try (Hamt<ChosenKey, ChosenKey> map = Hamt.of(phrase)) {
      keys.forEach(key -> map.put(key, key));
      return StructureDigest.of(map::visit, numbers);
    }
  }

  private static List<ChosenKey> keys(int... codes) {
    List<ChosenKey> keys = new ArrayList<>();
    for (int code : codes) {
      keys.add(new ChosenKey(code, keys.size()));
    }
    return keys;
  }

  @Test
  void differsWithNodesAndKeys() {
    String digest = digest("hash=identity", keys(1, 33, 7));

    assertThat(digest("hash=identity", keys(1, 33, 7))).isEqualTo(digest);
    assertThat(digest("hash=identity", keys(1, 33, 8))).isNotEqualTo(digest);
    assertThat(digest("hash=identity", keys(33, 1, 7))).isNotEqualTo(digest);
    assertThat(digest("hash=identity", keys(1, 33, 7, 9))).isNotEqualTo(digest);
    assertThat(digest("hash=identity compression=none", keys(1, 33, 7))).isNotEqualTo(digest);
  }

  @Test
  void leavesOutMemoryAndTheOrderOfCollisions() {
    List<ChosenKey> keys = keys(5, 5, 5, 5, 5);

    assertThat(digest("hash=identity", keys.reversed())).isEqualTo(digest("hash=identity", keys));
    assertThat(digest("hash=identity layout=sealed-class allocator=gc", keys))
        .isEqualTo(digest("hash=identity", keys));
    assertThat(digest("hash=identity", keys.subList(0, 4)))
        .isNotEqualTo(digest("hash=identity", keys));
  }
}
