package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that bounded compression cuts have their branches in the same places after any history. */
class BoundedPathStructureTest {
  private static final int KEYS = 1_500;

  private static String phrase(int skip) {
    return "hash=identity layout=sealed-class{span=3} allocator=gc compression=bounded-path{skip="
        + skip
        + "}";
  }

  /** Keys whose paths part at many levels, far from each other. */
  private static List<Object> keys(int seed) {
    Random random = new Random(seed);
    List<Object> keys = new ArrayList<>();
    for (int number = 0; number < KEYS; number++) {
      int high = random.nextInt(1 << 8) << 24;
      keys.add(new ChosenKey(number % 8 | high | number % 3 << random.nextInt(22), 0));
    }
    return keys;
  }

  private static Nodes nodes(Hamt<Object, Object> map) {
    Nodes nodes = new Nodes();
    map.visit(nodes);
    return nodes;
  }

  private static Nodes nodes(PersistentHamt<Object, Object> version) {
    Nodes nodes = new Nodes();
    version.visit(nodes);
    return nodes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 21})
  void dependsOnContentAlone(int skip) {
    List<Object> keys = keys(skip);
    List<Object> others = keys(100 + skip);
    others.removeAll(keys);
    try (Hamt<Object, Object> first = Hamt.of(phrase(skip));
        Hamt<Object, Object> second = Hamt.of(phrase(skip))) {
      PersistentHamt<Object, Object> version = PersistentHamt.of(phrase(skip));
      keys.forEach(key -> first.put(key, key));
      Collections.shuffle(keys, new Random(1));
      others.forEach(key -> second.put(key, key));
      keys.forEach(key -> second.put(key, key));
      others.forEach(second::remove);
      for (Object key : others) {
        version = version.put(key, key);
      }
      for (Object key : keys) {
        version = version.put(key, key);
      }
      for (Object key : others) {
        version = version.remove(key);
      }
      assertThat(nodes(second).seen()).isEqualTo(nodes(first).seen());
      assertThat(nodes(version).seen()).isEqualTo(nodes(first).seen());
      assertThat(nodes(first).longestSkip()).isEqualTo(Math.min(skip, 7));
    }
  }
}
