package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: the conditional and computing operations. */
public interface MapDefaultsContract extends MapSubject {

  /** PutIfAbsent treats a null value as absent. */
  @Test
  default void putIfAbsentStoresOnlyWhereNothingOrNullStands() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.putIfAbsent("a", 1)).isNull();
      assertThat(map.putIfAbsent("a", 2)).isEqualTo(1);
      map.put("n", null);
      assertThat(map.putIfAbsent("n", 3)).isNull();
      assertThat(map).containsEntry("a", 1).containsEntry("n", 3).hasSize(2);
    }
  }

  /** ComputeIfAbsent asks its function only where nothing or null stands. */
  @Test
  default void computeIfAbsentAsksOnlyWhereNothingOrNullStands() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.computeIfAbsent("abc", String::length)).isEqualTo(3);
      assertThat(map.computeIfAbsent("abc", key -> fail(key))).isEqualTo(3);
      map.put("n", null);
      assertThat(map.computeIfAbsent("n", String::length)).isEqualTo(1);
      assertThat(map.computeIfAbsent("none", key -> null)).isNull();
      assertThat(map).hasSize(2).doesNotContainKey("none");
    }
  }

  /** ComputeIfPresent removes where its function answers null. */
  @Test
  default void computeIfPresentReplacesOrRemoves() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.computeIfPresent("a", (key, value) -> fail(key))).isNull();
      map.put("a", 1);
      assertThat(map.computeIfPresent("a", (key, value) -> value + 1)).isEqualTo(2);
      assertThat(map.computeIfPresent("a", (key, value) -> null)).isNull();
      assertThat(map.isEmpty()).isTrue();
      map.put("n", null);
      assertThat(map.computeIfPresent("n", (key, value) -> fail(key))).isNull();
      assertThat(map).containsKey("n");
    }
  }

  /** Compute inserts, replaces and removes. */
  @Test
  default void computeInsertsReplacesAndRemoves() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.compute("a", (key, value) -> value == null ? 1 : -1)).isEqualTo(1);
      assertThat(map.compute("a", (key, value) -> value + 1)).isEqualTo(2);
      assertThat(map.compute("a", (key, value) -> null)).isNull();
      assertThat(map.compute("b", (key, value) -> null)).isNull();
      map.put("n", null);
      assertThat(map.compute("n", (key, value) -> null)).isNull();
      assertThat(map.isEmpty()).isTrue();
    }
  }

  /** Merge inserts, combines and removes. */
  @Test
  default void mergeInsertsCombinesAndRemoves() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.merge("a", 1, Integer::sum)).isEqualTo(1);
      assertThat(map.merge("a", 5, Integer::sum)).isEqualTo(6);
      assertThat(map.merge("a", 5, (old, given) -> null)).isNull();
      map.put("n", null);
      assertThat(map.merge("n", 4, (old, given) -> fail("n"))).isEqualTo(4);
      assertThat(map).hasSize(1).containsEntry("n", 4);
      assertThatThrownBy(() -> map.merge("n", null, Integer::sum))
          .isInstanceOf(NullPointerException.class);
    }
  }

  /** Replace stores only where the key is. */
  @Test
  default void replaceStoresOnlyWhereTheKeyIs() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.replace("a", 1)).isNull();
      assertThat(map.replace("a", null, 1)).isFalse();
      assertThat(map.isEmpty()).isTrue();
      map.put("a", null);
      assertThat(map.replace("a", 1)).isNull();
      assertThat(map.replace("a", 2, 3)).isFalse();
      assertThat(map.replace("a", 1, 3)).isTrue();
      assertThat(map.replace("a", 4)).isEqualTo(3);
      assertThat(map).containsEntry("a", 4);
    }
  }

  /** Remove of a pair needs both to match. */
  @Test
  default void removeOfAPairNeedsBothToMatch() {
    try (Hamt<String, Integer> map = emptyMap()) {
      assertThat(map.remove("a", null)).isFalse();
      map.put("a", 1000);
      assertThat(map.remove("a", 1)).isFalse();
      assertThat(map.remove("a", Integer.valueOf("1000"))).isTrue();
      map.put("n", null);
      assertThat(map.remove("n", null)).isTrue();
      assertThat(map.isEmpty()).isTrue();
    }
  }

  /** ReplaceAll and forEach see every entry once. */
  @Test
  default void replaceAllAndForEachSeeEveryEntryOnce() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      Map<Integer, Integer> expected = new HashMap<>();
      for (int key = 0; key < 300; key++) {
        map.put(key, key);
        expected.put(key, 3 * key + 1);
      }
      map.replaceAll((key, value) -> 2 * key + value + 1);
      Map<Integer, Integer> seen = new HashMap<>();
      map.forEach((key, value) -> assertThat(seen.put(key, value)).isNull());
      assertThat(seen).isEqualTo(expected);
    }
  }

  /** GetOrDefault answers the default only for absent keys. */
  @Test
  default void getOrDefaultAnswersTheDefaultOnlyForAbsentKeys() {
    try (Hamt<String, Integer> map = emptyMap()) {
      map.put("a", 1);
      assertThat(map.getOrDefault("a", 9)).isEqualTo(1);
      assertThat(map.getOrDefault("b", 9)).isEqualTo(9);
    }
  }

  /** A function that throws leaves the map as it was. */
  @Test
  default void aFunctionThatThrowsLeavesTheMapAsItWas() {
    try (Hamt<String, Integer> map = emptyMap()) {
      map.put("a", 1);
      assertThatThrownBy(() -> map.compute("a", (key, value) -> fail(key)));
      assertThatThrownBy(() -> map.compute("b", (key, value) -> fail(key)));
      assertThatThrownBy(() -> map.computeIfAbsent("b", MapDefaultsContract::fail));
      assertThatThrownBy(() -> map.merge("a", 1, (old, given) -> fail("a")));
      assertThatThrownBy(() -> map.replaceAll((key, value) -> fail(key)));
      assertThat((Map<String, Integer>) map).isEqualTo(Map.of("a", 1));
    }
  }

  /** A function that changes the map is refused. */
  @Test
  default void aFunctionThatChangesTheMapIsRefused() {
    try (Hamt<String, Integer> map = emptyMap()) {
      map.put("a", 1);
      assertThatThrownBy(() -> map.computeIfAbsent("b", key -> change(map)))
          .isInstanceOf(ConcurrentModificationException.class);
      assertThatThrownBy(() -> map.compute("a", (key, value) -> change(map)))
          .isInstanceOf(ConcurrentModificationException.class);
      assertThatThrownBy(() -> map.merge("a", 1, (old, given) -> change(map)))
          .isInstanceOf(ConcurrentModificationException.class);
    }
  }

  private static Integer change(Map<String, Integer> map) {
    map.put("other" + map.size(), 1);
    return 2;
  }

  private static Integer fail(String key) {
    throw new IllegalArgumentException("asked for " + key);
  }
}
