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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CHAMP in words and in objects: the same nodes, level by level, and the same order of iteration,
 * for the same hashes. Some of them collide.
 */
class ChampFamiliesTest {
  private static final String CUT = "span=%d,bit-order=%s,collisions=list";

  private static List<Object> keys(int count) {
    List<Object> keys = new ArrayList<>();
    Random random = new Random(count);
    for (int number = 0; number < count; number++) {
      int code = number % 50 == 0 ? 7 : random.nextInt();
      keys.add(new ChosenKey(code, number));
    }
    return keys;
  }

  private static String phrase(String layout, int span, String order, String rest) {
    return "hash=java-spread layout="
        + layout
        + "{"
        + String.format(CUT, span, order)
        + "} "
        + rest;
  }

  @ParameterizedTest
  @CsvSource({
    "5, low-first, lazy-expansion",
    "5, high-first, none",
    "4, low-first, none",
    "3, high-first, lazy-expansion"
  })
  void haveTheSameNodes(int span, String order, String compression) {
    String rest = "compression=" + compression + " allocator=";
    PersistentHamt<Object, Object> objects =
        PersistentHamt.of(phrase("champ", span, order, rest + "gc"));
    PersistentHamt<Object, Object> words =
        PersistentHamt.of(phrase("champ-words", span, order, rest + "freelist"));
    try (Hamt<Object, Object> map =
        Hamt.of(phrase("champ-words", span, order, rest + "freelist"))) {
      List<Object> keys = keys(6_000);
      for (Object key : keys) {
        objects = objects.put(key, key);
        words = words.put(key, key);
        map.put(key, key);
      }
      requireSame(objects, words, map);
      Collections.shuffle(keys, new Random(1));
      for (Object key : keys.subList(0, 5_000)) {
        objects = objects.remove(key);
        words = words.remove(key);
        map.remove(key);
      }
      requireSame(objects, words, map);
    }
  }

  private static void requireSame(
      PersistentHamt<Object, Object> objects,
      PersistentHamt<Object, Object> words,
      Hamt<Object, Object> map) {
    Histogram histogram = Histogram.of(words);
    assertThat(histogram).hasToString(Histogram.of(objects).toString());
    assertThat(histogram.collisions).as("collision nodes by level").contains(1);
    assertThat(words.shape()).isEqualTo(map.shape());
    List<Object> order = inOrder(objects);
    assertThat(inOrder(words)).containsExactlyElementsOf(order);
    assertThat(map.keySet()).containsExactlyElementsOf(order);
  }

  /** The keys as they are iterated; those of one path stand in an order of their own. */
  private static List<Object> inOrder(PersistentHamt<Object, Object> version) {
    return new ArrayList<>(version.asMap().keySet());
  }
}
