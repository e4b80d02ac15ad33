package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;

import clojure.lang.IPersistentMap;
import clojure.lang.PersistentHashMap;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @clojure} has the nodes of Clojure's map, level by level, for the same hashes. */
class ClojureStructureTest {
  private static final String PHRASE = "@clojure hash=identity";

  private IPersistentMap theirs = PersistentHashMap.EMPTY;
  private PersistentHamt<Object, Object> ours = PersistentHamt.of(PHRASE);

  private static Histogram of(IPersistentMap map) {
    Histogram histogram = new Histogram();
    Object root = field(map, "root");
    if (root != null) {
      count(root, 0, histogram);
    }
    return histogram;
  }

  private static void count(Object node, int level, Histogram histogram) {
    switch (node.getClass().getSimpleName()) {
      case "ArrayNode" -> {
        histogram.branches[level]++;
        for (Object child : (Object[]) field(node, "array")) {
          if (child != null) {
            count(child, level + 1, histogram);
          }
        }
      }
      case "BitmapIndexedNode" -> {
        histogram.branches[level]++;
        Object[] cells = (Object[]) field(node, "array");
        int slots = Integer.bitCount((int) field(node, "bitmap"));
        for (int slot = 0; slot < slots; slot++) {
          if (cells[2 * slot] == null) {
            count(cells[2 * slot + 1], level + 1, histogram);
          } else {
            histogram.entries[level + 1]++;
          }
        }
      }
      default -> histogram.collisions[level]++;
    }
  }

  private static Object field(Object object, String name) {
    try {
      Field field = object.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException changed) {
      throw new AssertionError(changed);
    }
  }

  private void put(List<Object> keys) {
    for (Object key : keys) {
      theirs = theirs.assoc(key, key);
      ours = ours.put(key, key);
    }
    requireSame();
  }

  private void remove(List<Object> keys) {
    for (Object key : keys) {
      theirs = theirs.without(key);
      ours = ours.remove(key);
    }
    requireSame();
  }

  private void requireSame() {
    assertThat(Histogram.of(ours)).hasToString(of(theirs).toString());
    assertThat(ours.size()).isEqualTo(theirs.count());
  }

  private static List<Object> keys(int count, int bits, long seed) {
    Random random = new Random(seed);
    List<Object> keys = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      keys.add(new ChosenKey(random.nextInt() >>> (Integer.SIZE - bits), 0));
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 33, 600, 5_000, 50_000})
  void hasTheNodesOfAMapThatGrew(int count) {
    put(keys(count, 32, count));
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 12, 15, 20})
  void hasTheNodesOfAMapThatGrewAndShrank(int bits) {
    List<Object> keys = keys(3_000, bits, bits);
    put(keys);
    Collections.shuffle(keys, new Random(1));
    for (int part = 0; part < 6; part++) {
      remove(keys.subList(500 * part, 500 * part + 400));
    }
    put(keys.subList(0, 700));
    remove(keys);
    assertThat(ours).isEqualTo(PersistentHamt.of(PHRASE));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 40})
  void hasTheNodesOfCollidingKeys(int colliding) {
    List<Object> keys = new ArrayList<>(keys(200, 32, colliding));
    for (int number = 0; number < colliding; number++) {
      keys.add(new ChosenKey(77, number));
      keys.add(new ChosenKey(77 | 1 << 30, number));
    }
    put(keys);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 3_000})
  void hasTheNodesOfNumbersAndStringsUnderItsOwnHash(int count) {
    ours = PersistentHamt.of("@clojure");
    put(LongStream.range(0, count).boxed().map(Object.class::cast).toList());
    theirs = PersistentHashMap.EMPTY;
    ours = PersistentHamt.of("@clojure hash=clojure-murmur3{of=int}");
    put(LongStream.range(0, count).mapToObj(number -> (Object) ("key" + number)).toList());
  }
}
