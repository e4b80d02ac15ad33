package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: closing ends the whole family; later use of anything that came
 * from it is an {@link IllegalStateException}, never a crash.
 */
public interface VersionClosingContract extends VersionSubject {

  /** Every version of the family ends, whichever is closed. */
  @Test
  default void closingOneVersionEndsTheWholeFamily() {
    for (int closed = 0; closed < 4; closed++) {
      PersistentHamt<Integer, Integer> base = family();
      List<PersistentHamt<Integer, Integer>> versions =
          List.of(base, base.put(1, -1), base.remove(2).put(3, 3), base.put(1000, 1));
      versions.get(closed).close();
      versions.get(closed).close();
      for (PersistentHamt<Integer, Integer> version : versions) {
        version.close();
        assertFamilyClosed(usesOf(version));
      }
    }
  }

  /** What was taken from a version before it was closed ends with it. */
  @Test
  default void viewsOfAVersionEndWithIt() {
    PersistentHamt<Integer, Integer> version = family();
    Map<Integer, Integer> view = version.asMap();
    Set<Integer> keys = view.keySet();
    Iterator<Map.Entry<Integer, Integer>> iterator = version.iterator();
    Iterator<Map.Entry<Integer, Integer>> viewIterator = view.entrySet().iterator();
    Spliterator<Map.Entry<Integer, Integer>> spliterator = version.spliterator();
    Spliterator<Map.Entry<Integer, Integer>> advanced = version.spliterator();
    Stream<Map.Entry<Integer, Integer>> stream = version.stream();
    iterator.next();
    viewIterator.next();
    advanced.tryAdvance(entry -> {});
    version.put(7, -7).close();
    assertFamilyClosed(
        List.of(
            iterator::next,
            iterator::hasNext,
            () -> iterator.forEachRemaining(entry -> {}),
            viewIterator::next,
            () -> spliterator.tryAdvance(entry -> {}),
            spliterator::trySplit,
            () -> advanced.forEachRemaining(entry -> {}),
            () -> stream.forEach(entry -> {}),
            () -> view.get(1),
            view::size,
            view::hashCode,
            () -> view.containsValue(1),
            () -> view.forEach((key, value) -> {}),
            () -> keys.contains(1),
            keys::toArray,
            () -> keys.iterator().next()));
  }

  /** A transient ends with the family of its version. */
  @Test
  default void aTransientEndsWithItsFamily() {
    PersistentHamt<Integer, Integer> version = family();
    Hamt<Integer, Integer> edited = version.asTransient();
    Hamt<Integer, Integer> untouched = version.asTransient();
    edited.put(1000, 1);
    Iterator<Integer> keys = edited.keySet().iterator();
    keys.next();
    version.close();
    for (Hamt<Integer, Integer> map : List.of(edited, untouched)) {
      assertFamilyClosed(
          List.of(
              () -> map.get(1),
              () -> map.put(2000, 2),
              () -> map.remove(3),
              map::size,
              map::persistent,
              map::clear,
              map::shape,
              () -> map.forEach((key, value) -> {})));
    }
    assertFamilyClosed(List.of(keys::next, keys::hasNext, keys::remove));
  }

  /** Other families of the composition stay open, those that were united from this one too. */
  @Test
  default void closingAFamilyLeavesOthersOpen() {
    PersistentHamt<Integer, Integer> other = family();
    PersistentHamt<Integer, Integer> closed = family().put(1000, 1);
    closed.close();
    assertThat(other.get(7)).isEqualTo(7);
    assertThat(other.put(1000, 1).size()).isEqualTo(201);
    assertThatThrownBy(() -> other.union(closed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.equals(closed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.diff(closed)).isInstanceOf(IllegalStateException.class);
    assertThat(other.size()).isEqualTo(200);
    PersistentHamt<Integer, Integer> empty = emptyVersion();
    empty.close();
    assertFamilyClosed(usesOf(empty));
  }

  private PersistentHamt<Integer, Integer> family() {
    PersistentHamt<Integer, Integer> version = emptyVersion();
    for (int key = 0; key < 200; key++) {
      version = version.put(key, key);
    }
    return version;
  }

  private static List<ThrowingCallable> usesOf(PersistentHamt<Integer, Integer> version) {
    PersistentHamt<Integer, Integer> other = version;
    List<ThrowingCallable> uses = new ArrayList<>();
    uses.add(() -> version.get(1));
    uses.add(() -> version.get(-1));
    uses.add(() -> version.getOrDefault(-1, 3));
    uses.add(() -> version.containsKey(1));
    uses.add(() -> version.getAll(new Object[] {1}, new Object[1], null));
    uses.add(version::size);
    uses.add(version::isEmpty);
    uses.add(() -> version.put(1, 5));
    uses.add(() -> version.put(1, 1));
    uses.add(() -> version.remove(1));
    uses.add(() -> version.remove(-1));
    uses.add(() -> version.update(1, old -> 5));
    uses.add(() -> version.putAll(Map.of(5, 6)));
    uses.add(() -> version.removeAll(List.of(5)));
    uses.add(() -> version.asTransient().put(1, 1));
    uses.add(() -> version.union(other));
    uses.add(() -> version.intersection(other));
    uses.add(() -> version.difference(other));
    uses.add(() -> version.filter((key, value) -> true));
    uses.add(() -> version.mapValues((key, value) -> value));
    uses.add(() -> version.diff(other));
    uses.add(() -> version.sharing(other));
    uses.add(() -> version.iterator().next());
    uses.add(() -> version.forEach((key, value) -> {}));
    uses.add(() -> version.spliterator().tryAdvance(entry -> {}));
    uses.add(() -> version.stream().forEach(entry -> {}));
    uses.add(() -> version.asMap().get(1));
    uses.add(() -> version.asMap().size());
    uses.add(version::hashCode);
    uses.add(version::shape);
    uses.add(version::structureBytes);
    uses.add(() -> version.visit(new TrieOutline()));
    return uses;
  }

  private static void assertFamilyClosed(List<ThrowingCallable> uses) {
    Refusals.assertRefused("a closed family", uses);
  }
}
