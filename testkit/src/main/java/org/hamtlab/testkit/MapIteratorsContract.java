package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: iterators see every entry once, write through and fail fast. */
public interface MapIteratorsContract extends MapSubject {

  /** An iterator that removes what a rule says leaves exactly the rest, however many that is. */
  @Test
  default void iteratorRemovesWhatItSaw() {
    for (int keep = 1; keep <= 5; keep++) {
      try (Hamt<ChosenKey, Integer> map = emptyMap()) {
        Map<ChosenKey, Integer> model = new HashMap<>();
        KeyFamilies.mixed().forEach(key -> model.put(key, key.number()));
        map.putAll(model);
        int step = keep;
        int seen = 0;
        for (Iterator<ChosenKey> keys = map.keySet().iterator(); keys.hasNext(); ) {
          seen++;
          if (keys.next().number() % step == 0) {
            keys.remove();
          }
        }
        model.keySet().removeIf(key -> key.number() % step == 0);
        assertThat(seen).isEqualTo(120);
        assertThat((Map<ChosenKey, Integer>) map).isEqualTo(model);
      }
    }
  }

  /** Removing needs an element, and one element can be removed once. */
  @Test
  default void iteratorRemovesOnlyTheElementItGave() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      map.put(1, 1);
      map.put(2, 2);
      Iterator<Integer> values = map.values().iterator();
      assertThatThrownBy(values::remove).isInstanceOf(IllegalStateException.class);
      Integer first = values.next();
      values.remove();
      assertThatThrownBy(values::remove).isInstanceOf(IllegalStateException.class);
      assertThat(map.values()).doesNotContain(first).hasSize(1);
      values.next();
      assertThat(values.hasNext()).isFalse();
      assertThatThrownBy(values::next).isInstanceOf(NoSuchElementException.class);
      values.remove();
      assertThat(map.isEmpty()).isTrue();
    }
  }

  /** Entries write through, during iteration and without disturbing it. */
  @Test
  default void entriesWriteThrough() {
    try (Hamt<ChosenKey, Integer> map = emptyMap()) {
      KeyFamilies.mixed().forEach(key -> map.put(key, key.number()));
      for (Map.Entry<ChosenKey, Integer> entry : map.entrySet()) {
        int old = entry.getValue();
        assertThat(entry.setValue(old + 1000)).isEqualTo(old);
        assertThat(entry.getValue()).isEqualTo(old + 1000);
      }
      KeyFamilies.mixed().forEach(key -> assertThat(map.get(key)).isEqualTo(key.number() + 1000));
    }
  }

  /** Entries equal other entries with equal key and value, and outlive the iteration. */
  @Test
  default void entriesAreEntries() {
    try (Hamt<Integer, String> map = emptyMap()) {
      map.put(1, "one");
      map.put(null, null);
      List<Map.Entry<Integer, String>> entries = List.copyOf(map.entrySet());
      Map<Integer, String> model = new HashMap<>(map);
      assertThat(entries).containsExactlyInAnyOrderElementsOf(model.entrySet());
      for (Map.Entry<Integer, String> entry : entries) {
        Map.Entry<Integer, String> same =
            new java.util.AbstractMap.SimpleEntry<>(entry.getKey(), entry.getValue());
        assertThat(entry).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(same).isEqualTo(entry);
      }
    }
  }

  /** A structural change by another route stops an iterator. */
  @Test
  default void iteratorsFailFast() {
    List<Consumer<Map<Integer, Integer>>> changes =
        List.of(
            map -> map.put(100, 100),
            map -> map.remove(5),
            Map::clear,
            map -> map.keySet().remove(6),
            map -> map.entrySet().removeIf(entry -> entry.getKey() == 7),
            map -> map.computeIfAbsent(101, key -> key),
            map -> map.merge(8, 1, (old, given) -> null));
    for (Consumer<Map<Integer, Integer>> change : changes) {
      try (Hamt<Integer, Integer> map = emptyMap()) {
        for (int key = 0; key < 20; key++) {
          map.put(key, key);
        }
        Iterator<Map.Entry<Integer, Integer>> entries = map.entrySet().iterator();
        entries.next();
        change.accept(map);
        assertThatThrownBy(entries::next).isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(entries::remove).isInstanceOf(ConcurrentModificationException.class);
      }
    }
  }

  /** Replacing a value is no structural change. */
  @Test
  default void replacingAValueDoesNotStopAnIterator() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      for (int key = 0; key < 20; key++) {
        map.put(key, key);
      }
      int seen = 0;
      for (Iterator<Integer> keys = map.keySet().iterator(); keys.hasNext(); ) {
        Integer key = keys.next();
        map.put(key, -key);
        map.get(key);
        map.remove(1000);
        seen++;
      }
      assertThat(seen).isEqualTo(20);
      assertThat(map).containsEntry(19, -19);
    }
  }

  /** A change from inside a traversal is noticed. */
  @Test
  default void changesInsideATraversalAreNoticed() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      for (int key = 0; key < 20; key++) {
        map.put(key, key);
      }
      assertThatThrownBy(() -> map.forEach((key, value) -> map.put(key + 100, value)))
          .isInstanceOf(ConcurrentModificationException.class);
      assertThatThrownBy(() -> map.keySet().forEach(map::remove))
          .isInstanceOf(ConcurrentModificationException.class);
    }
  }

  /** ForEachRemaining gives what next has not given. */
  @Test
  default void forEachRemainingGivesTheRest() {
    try (Hamt<Integer, Integer> map = emptyMap()) {
      for (int key = 0; key < 50; key++) {
        map.put(key, key);
      }
      Iterator<Integer> keys = map.keySet().iterator();
      java.util.Set<Integer> seen = new java.util.HashSet<>();
      seen.add(keys.next());
      keys.forEachRemaining(key -> assertThat(seen.add(key)).isTrue());
      assertThat(seen).hasSize(50).isEqualTo(map.keySet());
    }
  }
}
