package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamtlab.testkit.KeyFamilies.key;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: the single-key operations of a map, {@code null} included. */
public interface MapBasicsContract extends MapSubject {

  /** A new map has no entries. */
  @Test
  default void aNewMapIsEmpty() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.isEmpty()).isTrue();
      assertThat(map.size()).isZero();
      assertThat(map.get("absent")).isNull();
      assertThat(map.containsKey("absent")).isFalse();
      assertThat(map.containsValue(1)).isFalse();
      assertThat(map.remove("absent")).isNull();
      assertThat(map.entrySet().iterator().hasNext()).isFalse();
    }
  }

  /** Put answers the value that was there. */
  @Test
  default void putAnswersThePreviousValue() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.put("one", 1)).isNull();
      assertThat(map.put("one", 2)).isEqualTo(1);
      assertThat(map.get("one")).isEqualTo(2);
      assertThat(map.size()).isEqualTo(1);
    }
  }

  /** Remove answers the value that was there and forgets the key. */
  @Test
  default void removeAnswersThePreviousValueAndForgetsTheKey() {
    try (Hamt<String, Integer> map = emptyMap()) {
      map.put("one", 1);
      map.put("two", 2);
      assertThat(map.remove("one")).isEqualTo(1);
      assertThat(map.remove("one")).isNull();
      assertThat(map.containsKey("one")).isFalse();
      assertThat(map.get("two")).isEqualTo(2);
      assertThat(map.size()).isEqualTo(1);
    }
  }

  /** Removing an absent key changes nothing. */
  @Test
  default void removingAnAbsentKeyChangesNothing() {
    try (Hamt<ChosenKey, Integer> map = emptyMap()) {
      map.put(key(1, 7), 1);
      assertThat(map.remove(key(2, 7))).isNull();
      assertThat(map.remove(key(2, 8))).isNull();
      assertThat(map.size()).isEqualTo(1);
      assertThat(map.get(key(1, 7))).isEqualTo(1);
    }
  }

  /** A null key is a key like any other, distinct from one whose hash code is zero. */
  @Test
  default void aNullKeyIsAKeyLikeAnyOther() {
    try (Hamt<Object, Integer> map = emptyMap()) {
      map.put(0, 10);
      assertThat(map.containsKey(null)).isFalse();
      assertThat(map.put(null, 20)).isNull();
      assertThat(map.get(null)).isEqualTo(20);
      assertThat(map.get(0)).isEqualTo(10);
      assertThat(map.size()).isEqualTo(2);
      assertThat(map.keySet()).containsExactlyInAnyOrder(0, null);
      assertThat(map.remove(null)).isEqualTo(20);
      assertThat(map.containsKey(null)).isFalse();
      assertThat(map.get(0)).isEqualTo(10);
    }
  }

  /** A null value is a value like any other. */
  @Test
  default void aNullValueIsAValueLikeAnyOther() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.containsValue(null)).isFalse();
      map.put("nothing", null);
      assertThat(map.containsKey("nothing")).isTrue();
      assertThat(map.get("nothing")).isNull();
      assertThat(map.getOrDefault("nothing", 5)).isNull();
      assertThat(map.containsValue(null)).isTrue();
      assertThat(map.size()).isEqualTo(1);
      assertThat(map.remove("nothing")).isNull();
      assertThat(map.isEmpty()).isTrue();
    }
  }

  /** Lookups compare by equals, not by identity. */
  @Test
  default void findsAKeyByAnEqualOne() {
    try (Hamt<ChosenKey, String> map = emptyMap()) {
      ChosenKey stored = key(3, 77);
      map.put(stored, "first");
      map.put(key(3, 77), "second");
      assertThat(map.get(key(3, 77))).isEqualTo("second");
      assertThat(map.keySet().iterator().next()).isSameAs(stored);
    }
  }

  /** Keys of foreign types are merely absent. */
  @Test
  default void aKeyOfAnotherTypeIsAbsent() {
    try (Hamt<Object, Integer> map = emptyMap()) {
      map.put(1, 1);
      assertThat(map.containsKey(1L)).isFalse();
      assertThat(map.get("1")).isNull();
      assertThat(map.remove('1')).isNull();
    }
  }

  /** Clear removes everything and the map can be filled again. */
  @Test
  default void clearRemovesEverythingAndTheMapCanBeFilledAgain() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      for (int round = 0; round < 3; round++) {
        for (int key = 0; key < 300; key++) {
          map.put(key, key + round);
        }
        assertThat(map.get(299)).isEqualTo(299 + round);
        map.clear();
        assertThat(map.size()).isZero();
        assertThat(map.get(299)).isNull();
        assertThat(map.entrySet().iterator().hasNext()).isFalse();
      }
    }
  }

  /** PutAll takes every entry, its own included. */
  @Test
  default void putAllTakesEveryEntry() {
    try (Hamt<Integer, String> map = emptyMap()) {
      Map<Integer, String> source = new HashMap<>();
      for (int key = 0; key < 200; key++) {
        source.put(key, "v" + key);
      }
      source.put(null, "null");
      map.put(5, "old");
      map.putAll(source);
      map.putAll(Map.of());
      map.putAll(map);
      assertThat((Map<Integer, String>) map).isEqualTo(source);
    }
  }

  /** ContainsValue compares by equals. */
  @Test
  default void containsValueComparesByEquals() {
    try (Hamt<Integer, String> map = emptyMap()) {
      for (int key = 0; key < 100; key++) {
        map.put(key, "v" + key);
      }
      assertThat(map.containsValue("v".concat("73"))).isTrue();
      assertThat(map.containsValue("v100")).isFalse();
    }
  }
}
