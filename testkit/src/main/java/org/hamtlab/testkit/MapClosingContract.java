package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: after closing, every use is an {@link IllegalStateException}. */
public interface MapClosingContract extends MapSubject {

  /** Closing twice does nothing. */
  @Test
  default void closingTwiceDoesNothing() {
    Hamt<Integer, Integer> map = emptyMap();
    map.put(1, 1);
    map.close();
    map.close();
    assertThatThrownBy(() -> map.get(1)).isInstanceOf(IllegalStateException.class);
  }

  /** Closing an empty map is closing. */
  @Test
  default void anEmptyMapCloses() {
    Hamt<Integer, Integer> map = emptyMap();
    map.close();
    assertClosed(() -> map.get(1), () -> map.put(1, 1), map::size, map::clear);
  }

  /** Every method of a closed map fails. */
  @Test
  default void everyMethodOfAClosedMapFails() {
    Hamt<Integer, Integer> map = filled();
    map.close();
    assertClosed(
        () -> map.get(1),
        () -> map.containsKey(-1),
        () -> map.containsValue(1),
        () -> map.getOrDefault(1, 2),
        map::size,
        map::isEmpty,
        () -> map.put(1, 1),
        () -> map.put(-1, 1),
        () -> map.remove(1),
        () -> map.remove(1, 1),
        () -> map.putAll(Map.of(1, 1)),
        () -> map.putAll(Map.of()),
        () -> map.putIfAbsent(1, 1),
        () -> map.computeIfAbsent(1, key -> key),
        () -> map.computeIfPresent(1, (key, value) -> value),
        () -> map.compute(1, (key, value) -> value),
        () -> map.merge(1, 1, Integer::sum),
        () -> map.replace(1, 1),
        () -> map.replace(1, 1, 2),
        () -> map.replaceAll((key, value) -> value),
        () -> map.forEach((key, value) -> {}),
        map::clear,
        () -> map.equals(Map.of(1, 1)),
        map::hashCode);
  }

  /** What looks inside a closed map fails. */
  @Test
  default void everyInspectionOfAClosedMapFails() {
    Hamt<Integer, Integer> map = filled();
    map.close();
    assertClosed(
        map::shape,
        map::telemetry,
        map::structureBytes,
        () -> map.visit(new TrieOutline()),
        () -> map.keySet().size(),
        () -> map.values().iterator().hasNext(),
        () -> map.entrySet().contains(Map.entry(1, 1)));
  }

  /** Views made before closing fail. */
  @Test
  default void viewsMadeBeforeClosingFail() {
    Hamt<Integer, Integer> map = filled();
    Set<Integer> keys = map.keySet();
    Collection<Integer> values = map.values();
    Set<Map.Entry<Integer, Integer>> entries = map.entrySet();
    map.close();
    List<ThrowingCallable> uses = new ArrayList<>();
    for (Collection<?> view : List.of(keys, values, entries)) {
      uses.add(view::size);
      uses.add(view::isEmpty);
      uses.add(view::clear);
      uses.add(view::toArray);
      uses.add(() -> view.iterator().next());
      uses.add(() -> view.contains(Map.entry(1, 1)));
      uses.add(() -> view.remove(Map.entry(1, 1)));
      uses.add(() -> view.removeIf(element -> true));
      uses.add(() -> view.forEach(element -> {}));
      uses.add(() -> view.stream().forEach(element -> {}));
    }
    assertClosed(uses.toArray(ThrowingCallable[]::new));
  }

  /** Iterators and entries made before closing fail. */
  @Test
  default void iteratorsMadeBeforeClosingFail() {
    Hamt<Integer, Integer> map = filled();
    List<Iterator<?>> iterators =
        List.of(map.keySet().iterator(), map.values().iterator(), map.entrySet().iterator());
    iterators.forEach(Iterator::next);
    Map.Entry<Integer, Integer> entry = map.entrySet().iterator().next();
    map.close();
    List<ThrowingCallable> uses = new ArrayList<>();
    for (Iterator<?> iterator : iterators) {
      uses.add(iterator::next);
      uses.add(iterator::hasNext);
      uses.add(iterator::remove);
      uses.add(() -> iterator.forEachRemaining(element -> {}));
    }
    uses.add(() -> entry.setValue(5));
    assertClosed(uses.toArray(ThrowingCallable[]::new));
  }

  /** Maps of one composition are closed one by one. */
  @Test
  default void closingOneMapLeavesOthersOpen() {
    try (Hamt<Integer, Integer> other = filled()) {
      filled().close();
      assertThat(other.get(7)).isEqualTo(7);
      other.put(1000, 1);
      assertThat(other.size()).isEqualTo(51);
    }
  }

  private Hamt<Integer, Integer> filled() {
    Hamt<Integer, Integer> map = emptyMap();
    for (int key = 0; key < 50; key++) {
      map.put(key, key);
    }
    return map;
  }

  private static void assertClosed(ThrowingCallable... uses) {
    for (int use = 0; use < uses.length; use++) {
      assertThatThrownBy(uses[use])
          .as("use %d of the closed map", use)
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
