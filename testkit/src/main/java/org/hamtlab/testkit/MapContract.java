package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.Shape;
import org.junit.jupiter.api.Test;

/** What every composed map must do. A subclass says how an empty map of its composition is made. */
public abstract class MapContract {
  private static final int MANY = 500;

  /** Creates the contract. */
  protected MapContract() {}

  /** An empty map of the composition. */
  protected abstract Hamt<Object, Object> newMap();

  private Hamt<Object, Object> filled() {
    Hamt<Object, Object> map = newMap();
    for (int number = 0; number < MANY; number++) {
      map.put("key" + number, number);
    }
    return map;
  }

  private static Map<Object, Object> copy(Map<Object, Object> map) {
    return new HashMap<>(map);
  }

  @Test
  public void agreesWithHashMapOverRandomHistories() {
    for (long seed = 1; seed <= 3; seed++) {
      String phrase;
      try (Hamt<Object, Object> map = newMap()) {
        phrase = map.phrase();
      }
      new MapModel(phrase, this::newMap, seed, 1_500).run();
    }
  }

  @Test
  public void holdsNullAsKeyAndAsValue() {
    try (Hamt<Object, Object> map = newMap()) {
      assertThat(map.put(null, 1)).isNull();
      assertThat(map.put("absent value", null)).isNull();
      assertThat(map.get(null)).isEqualTo(1);
      assertThat(map.containsKey("absent value")).isTrue();
      assertThat(map.getOrDefault("absent value", 7)).isNull();
      assertThat(map.putIfAbsent("absent value", 2)).isNull();
      assertThat(map.get("absent value")).isEqualTo(2);
      assertThat(map.remove(null)).isEqualTo(1);
      assertThat(map.size()).isEqualTo(1);
    }
  }

  @Test
  public void computesAsHashMapDoes() {
    try (Hamt<Object, Object> map = newMap()) {
      assertThat(map.computeIfAbsent("a", key -> 1)).isEqualTo(1);
      assertThat(map.computeIfAbsent("a", key -> 2)).isEqualTo(1);
      assertThat(map.computeIfAbsent("b", key -> null)).isNull();
      assertThat(map.containsKey("b")).isFalse();
      assertThat(map.computeIfPresent("a", (key, value) -> 3)).isEqualTo(3);
      assertThat(map.compute("a", (key, value) -> null)).isNull();
      assertThat(map.isEmpty()).isTrue();
      assertThat(map.merge("c", 4, (old, fresh) -> 5)).isEqualTo(4);
      assertThat(map.merge("c", 4, (old, fresh) -> 5)).isEqualTo(5);
      assertThat(map.replace("c", 5, 6)).isTrue();
      assertThat(map.remove("c", 5)).isFalse();
      assertThat(map.remove("c", 6)).isTrue();
    }
  }

  @Test
  public void refusesAFunctionThatChangesTheMap() {
    try (Hamt<Object, Object> map = filled()) {
      assertThatThrownBy(() ->
              map.computeIfAbsent(
                  "new",
                  key -> {
                    map.put("other", 1);
                    return 2;
                  }))
          .isInstanceOf(ConcurrentModificationException.class);
    }
  }

  @Test
  public void writesThroughItsViews() {
    try (Hamt<Object, Object> map = filled()) {
      assertThat(map.keySet().remove("key1")).isTrue();
      assertThat(map.values().remove(2)).isTrue();
      assertThat(map.entrySet().remove(Map.entry("key3", 3))).isTrue();
      assertThat(map.entrySet().remove(Map.entry("key4", 0))).isFalse();
      assertThat(map.keySet()).doesNotContain("key1", "key2", "key3").contains("key4");
      map.entrySet().forEach(entry -> entry.setValue(9));
      assertThat(map.values()).containsOnly(9);
      map.replaceAll((key, value) -> 8);
      assertThat(map.get("key4")).isEqualTo(8);
      map.keySet().removeIf(key -> !key.equals("key4"));
      assertThat(copy(map)).isEqualTo(Map.of("key4", 8));
      map.values().clear();
      assertThat(map.size()).isZero();
    }
  }

  @Test
  public void iteratesOverEverythingOnceAndRemoves() {
    try (Hamt<Object, Object> map = filled()) {
      List<Object> seen = new ArrayList<>();
      for (Iterator<Object> iterator = map.keySet().iterator(); iterator.hasNext(); ) {
        seen.add(iterator.next());
        if (seen.size() % 3 != 0) {
          iterator.remove();
        }
      }
      assertThat(seen).doesNotHaveDuplicates().hasSize(MANY);
      assertThat(map.size()).isEqualTo(MANY / 3);
      Iterator<Object> iterator = map.keySet().iterator();
      assertThatThrownBy(iterator::remove).isInstanceOf(IllegalStateException.class);
      iterator.forEachRemaining(key -> {});
      assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  public void failsFastWhenChangedUnderAnIterator() {
    try (Hamt<Object, Object> map = filled()) {
      Iterator<Object> iterator = map.keySet().iterator();
      iterator.next();
      map.put("another", 1);
      assertThatThrownBy(iterator::next).isInstanceOf(ConcurrentModificationException.class);
      assertThatThrownBy(() -> map.forEach((key, value) -> map.remove(key)))
          .isInstanceOf(ConcurrentModificationException.class);
    }
  }

  @Test
  public void equalsAndPrintsLikeAnyMap() {
    try (Hamt<Object, Object> map = newMap()) {
      map.put("a", 1);
      assertThat(map.equals(Map.of("a", 1))).isTrue();
      assertThat(map.hashCode()).isEqualTo(Map.of("a", 1).hashCode());
      assertThat(map.toString()).isEqualTo("{a=1}");
    }
  }

  @Test
  public void refusesEverythingOnceClosed() {
    Hamt<Object, Object> map = filled();
    Iterator<Object> iterator = map.keySet().iterator();
    var entries = map.entrySet();
    map.close();
    map.close();
    List<Callable<?>> uses =
        List.of(
            () -> map.get("key1"),
            () -> map.put("key1", 1),
            () -> map.remove("key1"),
            () -> map.containsKey("key1"),
            () -> map.containsValue(1),
            map::size,
            map::isEmpty,
            map::shape,
            map::telemetry,
            iterator::hasNext,
            iterator::next,
            entries::size,
            entries::iterator,
            () -> map.keySet().contains("key1"),
            Executors.callable(map::clear),
            Executors.callable(() -> map.putAll(Map.of())),
            Executors.callable(() -> map.forEach((key, value) -> {})));
    assertThat(uses)
        .allSatisfy(use -> assertThatThrownBy(use::call).isInstanceOf(IllegalStateException.class));
  }

  @Test
  public void staysAsItWasWhenAKeyThrows() {
    try (Hamt<Object, Object> map = newMap()) {
      for (int number = 0; number < 40; number++) {
        map.put(new ChosenKey(number % 8, number), number);
      }
      Map<Object, Object> before = copy(map);
      Shape shape = map.shape();
      long live = map.telemetry().slotsLive();
      for (int calls = 0; calls < 5; calls++) {
        ThrowingKey key = new ThrowingKey(3, calls);
        assertThatThrownBy(() -> map.put(key, 1)).isInstanceOf(ThrowingKey.Refusal.class);
        assertThatThrownBy(() -> map.get(key)).isInstanceOf(ThrowingKey.Refusal.class);
        assertThatThrownBy(() -> map.remove(key)).isInstanceOf(ThrowingKey.Refusal.class);
      }
      assertThat(copy(map)).isEqualTo(before);
      assertThat(map.shape()).isEqualTo(shape);
      assertThat(map.telemetry().slotsLive()).isEqualTo(live);
    }
  }

  @Test
  public void givesEverySlotBackWhenItShrinksToNothing() {
    try (Hamt<Object, Object> map = newMap()) {
      for (int number = 0; number < 5_000; number++) {
        map.put((long) number * 64, number);
      }
      for (int number = 4_999; number >= 0; number--) {
        assertThat(map.remove((long) number * 64)).isEqualTo(number);
      }
      assertThat(map.telemetry().slotsLive()).isZero();
      assertThat(map.shape().internalNodes()).isZero();
      map.put("again", 1);
      map.clear();
      assertThat(map.telemetry().slotsLive()).isZero();
      assertThat(map.get("again")).isNull();
    }
  }
}
