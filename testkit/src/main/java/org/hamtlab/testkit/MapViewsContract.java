package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: views show the map and write through to it. */
public interface MapViewsContract extends MapSubject {

  /** Views made before a change show it. */
  @Test
  default void viewsShowLaterChanges() {
    try (Hamt<Integer, String> map = emptyMap()) {
      Set<Integer> keys = map.keySet();
      Collection<String> values = map.values();
      Set<Map.Entry<Integer, String>> entries = map.entrySet();
      map.put(1, "one");
      assertThat(keys).containsExactly(1);
      assertThat(values).containsExactly("one");
      assertThat(entries).containsExactly(Map.entry(1, "one"));
      map.clear();
      assertThat(keys).isEmpty();
      assertThat(values).isEmpty();
      assertThat(entries).isEmpty();
    }
  }

  /** The key set removes from the map. */
  @Test
  default void theKeySetRemovesFromTheMap() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      fill(map, 100);
      Set<Integer> keys = map.keySet();
      assertThat(keys.remove(1)).isTrue();
      assertThat(keys.remove(1)).isFalse();
      assertThat(keys.removeAll(List.of(2, 3, 1000))).isTrue();
      assertThat(keys.removeIf(key -> key % 2 == 0)).isTrue();
      assertThat(keys.removeIf(key -> key < 0)).isFalse();
      assertThat(keys.retainAll(List.of(5, 7, 9, 11))).isTrue();
      assertThat((Map<Integer, Integer>) map).isEqualTo(Map.of(5, 50, 7, 70, 9, 90, 11, 110));
      keys.clear();
      assertThat(map.isEmpty()).isTrue();
    }
  }

  /** The values remove from the map, one occurrence at a time or many. */
  @Test
  default void theValuesRemoveFromTheMap() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      for (int key = 0; key < 100; key++) {
        map.put(key, key % 10);
      }
      Collection<Integer> values = map.values();
      assertThat(values.remove(3)).isTrue();
      assertThat(Collections.frequency(values, 3)).isEqualTo(9);
      assertThat(values.remove(77)).isFalse();
      assertThat(values.removeAll(Set.of(3, 4))).isTrue();
      assertThat(values.removeIf(value -> value > 5)).isTrue();
      assertThat(values.retainAll(Set.of(0, 1))).isTrue();
      assertThat(map).hasSize(20).allSatisfy((key, value) -> assertThat(key % 10).isLessThan(2));
      values.clear();
      assertThat(map.isEmpty()).isTrue();
    }
  }

  /** The entry set contains and removes pairs only. */
  @Test
  default void theEntrySetRemovesMatchingPairsOnly() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      fill(map, 100);
      map.put(null, null);
      Set<Map.Entry<Integer, Integer>> entries = map.entrySet();
      assertThat(entries.contains(Map.entry(3, 30))).isTrue();
      assertThat(entries.contains(Map.entry(3, 31))).isFalse();
      assertThat(((Set<?>) entries).contains("no entry")).isFalse();
      assertThat(entries.remove(Map.entry(3, 31))).isFalse();
      assertThat(entries.remove(Map.entry(3, 30))).isTrue();
      assertThat(entries.remove(new java.util.AbstractMap.SimpleEntry<>(null, null))).isTrue();
      assertThat(map).hasSize(99).doesNotContainKey(3);
      assertThat(entries.removeIf(entry -> entry.getValue() >= 50)).isTrue();
      assertThat(entries.retainAll(Set.of(Map.entry(1, 10), Map.entry(2, 21)))).isTrue();
      assertThat((Map<Integer, Integer>) map).isEqualTo(Map.of(1, 10));
    }
  }

  /** Views cannot grow the map. */
  @Test
  default void viewsDoNotAdd() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      assertThatThrownBy(() -> map.keySet().add(1))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> map.values().add(1))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> map.entrySet().add(Map.entry(1, 1)))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  /** Views are collections: arrays, streams, equality, and text. */
  @Test
  default void viewsAreCollections() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      fill(map, 50);
      Set<Integer> expected = new HashSet<>(map.keySet());
      assertThat(map.keySet().toArray()).hasSize(50).containsAll(expected);
      assertThat(map.values().toArray(new Integer[0])).hasSize(50);
      assertThat(map.keySet()).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(map.keySet().stream().collect(Collectors.toSet())).isEqualTo(expected);
      assertThat(map.entrySet().parallelStream().mapToInt(Map.Entry::getValue).sum())
          .isEqualTo(12_250);
      map.keySet().retainAll(Set.of(4));
      assertThat(map.keySet()).hasToString("[4]");
      assertThat(map.values()).hasToString("[40]");
      assertThat(map.entrySet()).hasToString("[4=40]");
    }
  }

  private static void fill(Map<Integer, Integer> map, int entries) {
    for (int key = 0; key < entries; key++) {
      map.put(key, 10 * key);
    }
  }
}
