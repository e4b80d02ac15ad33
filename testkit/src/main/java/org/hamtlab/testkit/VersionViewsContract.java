package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/** Part of {@link VersionContract}: every way to see the entries shows each of them once. */
public interface VersionViewsContract extends VersionSubject {

  /** As the unmodifiable maps of the JDK, whatever the argument. */
  @Test
  default void theMapRefusesEvenChangesThatWouldChangeNothing() {
    Map<Object, Object> map = this.<Object, Object>emptyVersion().put("one", 1).asMap();
    assertThatThrownBy(() -> map.putAll(Map.of()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.put("one", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.remove("two")).isInstanceOf(UnsupportedOperationException.class);
  }

  /** The iterator gives every entry once, and no more. */
  @Test
  default void aVersionIteratesEveryEntryOnce() {
    PersistentHamt<Object, Object> version = viewed();
    Map<Object, Object> seen = new HashMap<>();
    Iterator<Map.Entry<Object, Object>> iterator = version.iterator();
    while (iterator.hasNext()) {
      Map.Entry<Object, Object> entry = iterator.next();
      assertThat(seen.containsKey(entry.getKey())).as("%s, twice", entry).isFalse();
      seen.put(entry.getKey(), entry.getValue());
    }
    assertThat(seen).isEqualTo(expected());
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    Map<Object, Object> remaining = new HashMap<>();
    Iterator<Map.Entry<Object, Object>> rest = version.iterator();
    Map.Entry<Object, Object> first = rest.next();
    rest.forEachRemaining(entry -> remaining.put(entry.getKey(), entry.getValue()));
    assertThat(remaining).hasSize(120).doesNotContainKey(first.getKey());
  }

  /** Iterators and entries change nothing. */
  @Test
  default void iteratorsAndEntriesOfAVersionCannotChangeIt() {
    PersistentHamt<Object, Object> version = viewed();
    VersionSnapshot snapshot = VersionSnapshot.of(version);
    Iterator<Map.Entry<Object, Object>> iterator = version.iterator();
    Map.Entry<Object, Object> entry = iterator.next();
    assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> entry.setValue("new"))
        .isInstanceOf(UnsupportedOperationException.class);
    Map<Object, Object> same = new HashMap<>();
    same.put(entry.getKey(), entry.getValue());
    Map.Entry<Object, Object> equal = same.entrySet().iterator().next();
    assertThat(entry).isEqualTo(equal).hasSameHashCodeAs(equal).hasToString(equal.toString());
    assertThat(equal).isEqualTo(entry);
    snapshot.check();
  }

  /** An iterator goes on over its version whatever is derived from it. */
  @Test
  default void anIteratorOfAVersionDoesNotSeeWhatIsDerived() {
    PersistentHamt<Object, Object> version = viewed();
    PersistentHamt<Object, Object> derived = version;
    int seen = 0;
    for (Map.Entry<Object, Object> entry : version) {
      derived = derived.remove(entry.getKey()).put("new" + seen, seen);
      seen++;
    }
    assertThat(seen).isEqualTo(121);
    assertThat(derived.size()).isEqualTo(121);
    assertThat(derived.asMap().keySet()).doesNotContainAnyElementsOf(expected().keySet());
  }

  /** ForEach and streams, parallel ones too, show what iteration shows. */
  @Test
  default void forEachAndStreamsShowEveryEntry() {
    PersistentHamt<Object, Object> version = viewed();
    Map<Object, Object> seen = new HashMap<>();
    version.forEach((key, value) -> assertThat(seen.put(key, "seen " + value)).isNull());
    assertThat(seen).hasSize(121).containsEntry(null, "seen null");
    assertThat(version.stream().count()).isEqualTo(121);
    assertThat(version.stream().collect(Collectors.toSet())).isEqualTo(expected().entrySet());
    assertThat(
            StreamSupport.stream(version.spliterator(), true)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList()))
        .containsExactlyInAnyOrderElementsOf(expected().keySet());
  }

  /** However often a spliterator is split, and wherever it stands, its parts make up the whole. */
  @Test
  default void aSpliteratorSplitsIntoPartsThatMakeUpTheWhole() {
    PersistentHamt<Object, Object> version = viewed();
    for (int advanced : new int[] {0, 1, 7, 60, 120, 121}) {
      List<Object> keys = new ArrayList<>();
      Spliterator<Map.Entry<Object, Object>> whole = version.spliterator();
      for (int step = 0; step < advanced; step++) {
        assertThat(whole.tryAdvance(entry -> keys.add(entry.getKey()))).isTrue();
      }
      int parts = drain(whole, keys, version.size() - advanced);
      assertThat(keys).containsExactlyInAnyOrderElementsOf(expected().keySet());
      if (advanced == 0 && version.shape().leafNodes() > 1) {
        assertThat(parts).isGreaterThan(1);
      }
    }
    assertThat(this.<Object, Object>emptyVersion().spliterator().tryAdvance(any -> {})).isFalse();
  }

  /** Splits as far as possible, then advances; answers the number of parts. */
  private static int drain(
      Spliterator<Map.Entry<Object, Object>> part, List<Object> keys, int most) {
    assertThat(part.estimateSize()).isGreaterThanOrEqualTo(0);
    if (part.hasCharacteristics(Spliterator.SIZED)) {
      assertThat(part.getExactSizeIfKnown()).isBetween(0L, (long) most);
    }
    long exact = part.getExactSizeIfKnown();
    int before = keys.size();
    Spliterator<Map.Entry<Object, Object>> prefix = part.trySplit();
    int parts = 1;
    if (prefix == null) {
      part.forEachRemaining(entry -> keys.add(entry.getKey()));
      assertThat(part.tryAdvance(entry -> keys.add("one too many"))).isFalse();
    } else {
      parts = drain(prefix, keys, most) + drain(part, keys, most);
    }
    assertThat(exact).isIn(-1L, (long) keys.size() - before);
    return parts;
  }

  /** The map view is a map like any other, but for changes. */
  @Test
  default void asMapIsAnUnmodifiableMap() {
    PersistentHamt<Object, Object> version = viewed();
    VersionSnapshot snapshot = VersionSnapshot.of(version);
    Map<Object, Object> view = version.asMap();
    Map<Object, Object> expected = expected();
    assertThat(view.equals(expected)).isTrue();
    assertThat(expected.equals(view)).isTrue();
    assertThat(view.hashCode()).isEqualTo(expected.hashCode());
    assertThat(view.toString()).isEqualTo(new LinkedHashMap<>(view).toString());
    assertThat(view.keySet()).isEqualTo(expected.keySet());
    assertThat(view.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    assertThat(view.containsValue(null)).isTrue();
    assertThat(view.getOrDefault("absent", 3)).isEqualTo(3);
    Object key = KeyFamilies.mixed().get(3);
    assertUnsupported(
        () -> view.put("new", 1),
        () -> view.put(key, "other"),
        () -> view.putAll(Map.of("new", 1)),
        () -> view.putIfAbsent("new", 1),
        () -> view.remove(key),
        () -> view.remove(key, version.get(key)),
        () -> view.replace(key, 1),
        () -> view.replaceAll((any, value) -> 1),
        () -> view.compute(key, (any, value) -> 1),
        () -> view.computeIfAbsent("new", any -> 1),
        () -> view.computeIfPresent(key, (any, value) -> 1),
        () -> view.merge(key, 1, (old, given) -> given),
        view::clear,
        () -> view.keySet().remove(key),
        () -> view.keySet().removeIf(any -> true),
        () -> view.values().clear(),
        () -> view.entrySet().clear(),
        () -> view.entrySet().iterator().next().setValue(1));
    snapshot.check();
  }

  private static void assertUnsupported(ThrowingCallable... changes) {
    for (int change = 0; change < changes.length; change++) {
      assertThatThrownBy(changes[change])
          .as("change %d of asMap()", change)
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  /** Collectors keep the first instance of a key and its last value. */
  @Test
  default void collectsStreams() {
    String phrase = emptyVersion().phrase();
    List<ChosenKey> keys = new ArrayList<>(KeyFamilies.mixed());
    KeyFamilies.mixed().forEach(keys::add);
    int[] order = {0};
    PersistentHamt<ChosenKey, Integer> collected =
        keys.stream().collect(PersistentHamt.collector(phrase, key -> key, key -> order[0]++));
    assertThat(collected.phrase()).isEqualTo(phrase);
    assertThat(collected.size()).isEqualTo(120);
    for (Map.Entry<ChosenKey, Integer> entry : collected) {
      assertThat(entry.getKey()).isSameAs(keys.get(entry.getKey().number()));
      assertThat(entry.getValue()).isEqualTo(entry.getKey().number() + 120);
    }
    PersistentHamt<ChosenKey, Integer> parallel =
        keys.parallelStream()
            .collect(PersistentHamt.collector(phrase, key -> key, ChosenKey::number));
    assertThat(parallel.size()).isEqualTo(120);
    parallel.forEach((key, value) -> {
      assertThat(value).isEqualTo(key.number());
      assertThat(key).isSameAs(keys.get(key.number()));
    });
  }

  /** A version copied from a map has its entries, duplicates being impossible there. */
  @Test
  default void copiesMaps() {
    String phrase = emptyVersion().phrase();
    PersistentHamt<Object, Object> copy = PersistentHamt.copyOf(phrase, expected());
    assertThat(copy.asMap()).isEqualTo(expected());
    assertThat(copy.phrase()).isEqualTo(phrase);
    assertThat(PersistentHamt.copyOf(phrase, Map.of()).isEmpty()).isTrue();
    TrieInvariants.of(copy).check(copy);
  }

  private PersistentHamt<Object, Object> viewed() {
    PersistentHamt<Object, Object> version = emptyVersion();
    for (Map.Entry<Object, Object> entry : expected().entrySet()) {
      version = version.put(entry.getKey(), entry.getValue());
    }
    return version;
  }

  private static Map<Object, Object> expected() {
    Map<Object, Object> expected = new HashMap<>();
    KeyFamilies.mixed().forEach(key -> expected.put(key, "v" + key.number()));
    expected.put(null, null);
    return expected;
  }
}
