package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.config.BuildMode;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.ChosenKey;
import org.hamtlab.testkit.TrieInvariants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a map is built from many entries, it is the map that puts one by one would make. */
class BulkBuildTest {
  private static final int[] SIZES = {0, 1, 2, 3, 31, 32, 33, 100, 1_000, 5_000};

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (BuildMode mode : BuildMode.values()) {
      for (String layout :
          List.of(
              "champ allocator=gc",
              "sealed-class allocator=gc",
              "sealed-class allocator=freelist compression=path",
              "tagged-int allocator=freelist compression=none",
              "tagged-int{span=6,bit-order=high-first} allocator=arena compression=path",
              "tagged-int{memory=native} allocator=malloc",
              "champ-words{span=6,arrays=doubling} allocator=freelist compression=path")) {
        if (mode.allocator().isEmpty() || !layout.startsWith("champ ")) {
          phrases.add("hash=identity layout=" + layout + " assembly=shared build=" + mode);
        }
      }
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void buildsWhatPutsOneByOneMake(String phrase) {
    TrieInvariants invariants = TrieInvariants.of(PersistentHamt.of(phrase));
    for (int size : SIZES) {
      Map<Object, Object> entries = entries(size, size);
      PersistentHamt<Object, Object> built = PersistentHamt.copyOf(phrase, entries);
      PersistentHamt<Object, Object> put = PersistentHamt.of(phrase);
      for (Map.Entry<Object, Object> entry : entries.entrySet()) {
        put = put.put(entry.getKey(), entry.getValue());
      }
      assertThat(built.asMap()).isEqualTo(entries);
      assertThat(built.equals(put)).isTrue();
      assertThat(built.shape()).isEqualTo(put.shape());
      invariants.check(built);
      try (Hamt<Object, Object> map = Hamt.of(phrase)) {
        map.putAll(entries);
        assertThat(new HashMap<>(map)).isEqualTo(entries);
        map.put("more", 1);
        assertThat(map.size()).isEqualTo(entries.size() + 1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void addsManyEntriesToOnesThatAreThere(String phrase) {
    for (int size : new int[] {3, 100, 2_000}) {
      Map<Object, Object> first = entries(size, 1);
      Map<Object, Object> second = entries(size, 2);
      PersistentHamt<Object, Object> built = PersistentHamt.copyOf(phrase, first);
      PersistentHamt<Object, Object> both = built.putAll(second);
      Map<Object, Object> expected = new LinkedHashMap<>(first);
      expected.putAll(second);
      assertThat(both.asMap()).isEqualTo(expected);
      assertThat(built.asMap()).isEqualTo(first);
      Map<Object, Object> instances = new HashMap<>();
      first.keySet().forEach(key -> instances.put(key, key));
      both.forEach((key, value) -> assertThat(instances.getOrDefault(key, key)).isSameAs(key));
    }
  }

  private static Map<Object, Object> entries(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Object, Object> entries = new LinkedHashMap<>();
    while (entries.size() < size) {
      int code = random.nextInt();
      Object key =
          switch (random.nextInt(5)) {
            case 0 -> new ChosenKey(code & 0x3000_0007, random.nextInt(3));
            case 1 -> new ChosenKey(code << 24, random.nextInt(3));
            case 2 -> "word" + code;
            case 3 -> random.nextInt(50) == 0 ? null : (long) code;
            default -> code;
          };
      entries.put(key, "v" + random.nextInt());
    }
    return entries;
  }
}
