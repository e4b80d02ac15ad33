package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: a transient edits what it alone owns, no version sees its edits,
 * and {@code persistent()} ends it.
 */
public interface VersionTransientsContract extends VersionSubject {

  /** Nothing changed, so nothing is made. */
  @Test
  default void aTransientInWhichNothingChangedIsTheVersionThatItBeganWith() {
    PersistentHamt<Object, Object> version = emptyVersion();
    version = version.put("one", 1).put("two", 2);
    Hamt<Object, Object> map = version.asTransient();
    map.put("one", map.get("one"));
    map.remove("three");
    assertThat(map.persistent()).isSameAs(version);
    assertThatThrownBy(map::size).isInstanceOf(IllegalStateException.class);
    Hamt<Object, Object> changed = version.asTransient();
    changed.put("one", 11);
    changed.put("one", 1);
    assertThat(changed.persistent()).isNotSameAs(version).isEqualTo(version);
  }

  /** A transient begins with the entries of its version and the version never changes. */
  @Test
  default void aTransientLeavesItsVersionAlone() {
    PersistentHamt<ChosenKey, String> base = based();
    VersionSnapshot snapshot = VersionSnapshot.of(base);
    Hamt<ChosenKey, String> map = base.asTransient();
    Map<ChosenKey, String> model = new HashMap<>(base.asMap());
    assertThat((Map<ChosenKey, String>) map).isEqualTo(model);
    for (Map<ChosenKey, String> each : List.of(map, model)) {
      each.put(KeyFamilies.key(500, 42), "new");
      each.replaceAll((key, value) -> value + "!");
      each.keySet().removeIf(key -> key.number() % 3 == 0);
      each.entrySet().forEach(entry -> entry.setValue(entry.getValue() + "?"));
      each.putAll(Map.of(KeyFamilies.key(501, 42), "more", KeyFamilies.key(1, 7), "seven"));
      each.merge(KeyFamilies.key(500, 42), "merged", String::concat);
    }
    snapshot.check();
    PersistentHamt<ChosenKey, String> edited = map.persistent();
    assertThat(edited.asMap()).isEqualTo(model);
    TrieInvariants.of(edited).check(edited);
    Hamt<ChosenKey, String> again = edited.asTransient();
    again.clear();
    again.put(KeyFamilies.key(1, 1), "one");
    assertThat(edited.asMap()).isEqualTo(model);
    assertThat(again.persistent().size()).isEqualTo(1);
    snapshot.check();
  }

  /** Versions taken in turn from one long edit stay what they were. */
  @Test
  default void everyVersionOfALongEditStays() {
    List<VersionSnapshot> snapshots = new ArrayList<>();
    List<Map<ChosenKey, String>> models = new ArrayList<>();
    List<PersistentHamt<ChosenKey, String>> versions = new ArrayList<>();
    PersistentHamt<ChosenKey, String> version = based();
    Map<ChosenKey, String> model = new HashMap<>(version.asMap());
    for (int round = 0; round < 20; round++) {
      Hamt<ChosenKey, String> map = version.asTransient();
      for (ChosenKey key : KeyFamilies.mixed().subList(round * 5, round * 5 + 20)) {
        String value = "round" + round;
        if (key.number() % 4 == round % 4) {
          assertThat(map.remove(key)).isEqualTo(model.remove(key));
        } else {
          assertThat(map.put(key, value)).isEqualTo(model.put(key, value));
        }
      }
      version = map.persistent();
      versions.add(version);
      models.add(new HashMap<>(model));
      snapshots.add(VersionSnapshot.of(version));
    }
    snapshots.forEach(VersionSnapshot::check);
    for (int round = 0; round < 20; round++) {
      assertThat(versions.get(round).asMap()).isEqualTo(models.get(round));
    }
  }

  /** Two transients of one version, edited by turns, do not see each other. */
  @Test
  default void transientsOfOneVersionDoNotSeeEachOther() {
    PersistentHamt<ChosenKey, String> base = based();
    VersionSnapshot snapshot = VersionSnapshot.of(base);
    Hamt<ChosenKey, String> left = base.asTransient();
    Hamt<ChosenKey, String> right = base.asTransient();
    Map<ChosenKey, String> leftModel = new HashMap<>(base.asMap());
    Map<ChosenKey, String> rightModel = new HashMap<>(base.asMap());
    for (ChosenKey key : KeyFamilies.mixed()) {
      assertThat(left.put(key, "left")).isEqualTo(leftModel.put(key, "left"));
      assertThat(right.remove(key)).isEqualTo(rightModel.remove(key));
      ChosenKey fresh = KeyFamilies.key(700 + key.number(), key.code());
      right.put(fresh, "right");
      rightModel.put(fresh, "right");
    }
    snapshot.check();
    assertThat(left.persistent().asMap()).isEqualTo(leftModel);
    assertThat(right.persistent().asMap()).isEqualTo(rightModel);
    snapshot.check();
  }

  /** What two transients made is united and edited, and neither result sees that. */
  @Test
  default void unionsOfResultsOfTwoTransientsCanBeEdited() {
    PersistentHamt<ChosenKey, String> base = based();
    PersistentHamt<ChosenKey, String> left = edited(base, "left", 0);
    PersistentHamt<ChosenKey, String> right = edited(base, "right", 1);
    PersistentHamt<ChosenKey, String> apart = edited(emptyVersion(), "apart", 2);
    List<PersistentHamt<ChosenKey, String>> results =
        List.of(
            left.union(right),
            right.union(left),
            left.union(apart),
            apart.union(right),
            left.intersection(right),
            left.difference(apart));
    List<VersionSnapshot> snapshots = new ArrayList<>();
    List.of(base, left, right, apart).forEach(each -> snapshots.add(VersionSnapshot.of(each)));
    results.forEach(each -> snapshots.add(VersionSnapshot.of(each)));
    for (PersistentHamt<ChosenKey, String> result : results) {
      Map<ChosenKey, String> model = new HashMap<>(result.asMap());
      Hamt<ChosenKey, String> map = result.asTransient();
      for (ChosenKey key : KeyFamilies.mixed()) {
        assertThat(map.put(key, "edited")).isEqualTo(model.put(key, "edited"));
        ChosenKey other = KeyFamilies.key(900 + key.number(), key.code());
        assertThat(map.remove(other)).isEqualTo(model.remove(other));
        snapshots.getFirst().check();
      }
      assertThat(map.persistent().asMap()).isEqualTo(model);
    }
    snapshots.forEach(VersionSnapshot::check);
  }

  /** A collision node that stands where a freed block stood, the first of all, is shared. */
  @Test
  default void aCollisionNodeInTheFirstBlockIsNotEditedInPlace() {
    for (int entries = 2; entries <= 4; entries++) {
      PersistentHamt<ChosenKey, String> empty = emptyVersion();
      Hamt<ChosenKey, String> first = empty.asTransient();
      first.put(KeyFamilies.key(0, 0x40004002), "old");
      first.put(KeyFamilies.key(0, 0x20000000), "old");
      for (int number = 1; number < entries; number++) {
        first.put(KeyFamilies.key(number, 0x40004002), "old");
      }
      PersistentHamt<ChosenKey, String> version = first.persistent();
      VersionSnapshot snapshot = VersionSnapshot.of(version);
      Hamt<ChosenKey, String> second = version.asTransient();
      second.put(KeyFamilies.key(0, 0x4001), "new");
      second.put(KeyFamilies.key(1, 0x40004002), "new");
      snapshot.check();
      assertThat(version.filter((key, value) -> key.code() != 0x40004002).size()).isEqualTo(1);
      assertThat(version.union(second.persistent()).size()).isEqualTo(entries + 2);
      snapshot.check();
    }
  }

  /** A transient that edits nothing gives the entries back. */
  @Test
  default void aTransientWithoutEditsGivesItsVersionBack() {
    PersistentHamt<ChosenKey, String> base = based();
    PersistentHamt<ChosenKey, String> same = base.asTransient().persistent();
    assertThat(same.equals(base)).isTrue();
    assertThat(same.sharing(base).ratio()).isEqualTo(1);
    assertThat(this.<Object, Object>emptyVersion().asTransient().persistent().isEmpty()).isTrue();
  }

  /** After {@code persistent()}, every use of the map fails and the version stays. */
  @Test
  default void anEndedTransientRefusesEveryUse() {
    Hamt<ChosenKey, String> map = based().asTransient();
    ChosenKey key = KeyFamilies.key(1, KeyFamilies.mixed().get(1).code());
    map.put(key, "last");
    Collection<ChosenKey> keys = map.keySet();
    Collection<String> values = map.values();
    Collection<Map.Entry<ChosenKey, String>> entries = map.entrySet();
    Iterator<Map.Entry<ChosenKey, String>> iterator = entries.iterator();
    Map.Entry<ChosenKey, String> entry = iterator.next();
    PersistentHamt<ChosenKey, String> version = map.persistent();
    VersionSnapshot snapshot = VersionSnapshot.of(version);
    List<ThrowingCallable> uses = new ArrayList<>(usesOf(map, key));
    for (Collection<?> view : List.of(keys, values, entries)) {
      uses.addAll(usesOf(view));
    }
    uses.add(iterator::next);
    uses.add(iterator::hasNext);
    uses.add(iterator::remove);
    uses.add(() -> iterator.forEachRemaining(element -> {}));
    uses.add(() -> entry.setValue("stolen"));
    Refusals.assertRefused("an ended transient", uses);
    snapshot.check();
  }

  /** Closing an ended transient, as try-with-resources does, leaves its versions open. */
  @Test
  default void closingAnEndedTransientLeavesItsVersionOpen() {
    PersistentHamt<ChosenKey, String> base = based();
    PersistentHamt<ChosenKey, String> version;
    try (Hamt<ChosenKey, String> map = base.asTransient()) {
      map.put(KeyFamilies.key(1, 1), "one");
      version = map.persistent();
    }
    assertThat(version.get(KeyFamilies.key(1, 1))).isEqualTo("one");
    assertThat(version.remove(KeyFamilies.key(1, 1)).equals(base)).isTrue();
  }

  /** A map that never was a version becomes one without its entries being touched. */
  @Test
  default void aMapBecomesAVersion() {
    PersistentHamt<ChosenKey, String> based = based();
    Hamt<ChosenKey, String> map = Hamt.of(based.phrase());
    map.putAll(based.asMap());
    boolean isTabled = map.rootTable().cells() > 0;
    boolean isComparable = !isTabled || TrieInvariants.of(map).paths().areKnown();
    TrieOutline outline = isTabled ? TrieOutline.of(based) : TrieOutline.of(map);
    PersistentHamt<ChosenKey, String> version = map.persistent();
    if (isComparable) {
      assertThat(TrieOutline.of(version)).isEqualTo(outline);
    }
    assertThat(version.asMap()).isEqualTo(based.asMap());
    assertThat(version.phrase()).isEqualTo(based.phrase());
    assertThatThrownBy(map::size).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(map::persistent).isInstanceOf(IllegalStateException.class);
    VersionSnapshot snapshot = VersionSnapshot.of(version);
    PersistentHamt<ChosenKey, String> derived = version.put(KeyFamilies.key(800, 42), "new");
    assertThat(derived.size()).isEqualTo(121);
    snapshot.check();
  }

  /** An iterator of a transient notices every structural change by another route. */
  @Test
  default void iteratorsOfATransientFailFast() {
    for (int change = 0; change < 5; change++) {
      Hamt<ChosenKey, String> map = based().asTransient();
      Iterator<ChosenKey> iterator = map.keySet().iterator();
      ChosenKey given = iterator.next();
      switch (change) {
        case 0 -> map.put(KeyFamilies.key(600, 42), "new");
        case 1 -> map.remove(given);
        case 2 -> map.clear();
        case 3 -> map.values().removeIf(value -> value.endsWith("7"));
        default -> map.putAll(Map.of(KeyFamilies.key(601, 9), "new"));
      }
      assertThatThrownBy(iterator::next)
          .as("change %d", change)
          .isInstanceOf(ConcurrentModificationException.class);
      assertThatThrownBy(iterator::remove)
          .as("change %d", change)
          .isInstanceOf(ConcurrentModificationException.class);
    }
  }

  private static List<ThrowingCallable> usesOf(Hamt<ChosenKey, String> map, ChosenKey key) {
    return List.of(
        () -> map.get(key),
        () -> map.containsKey(key),
        () -> map.containsValue("last"),
        () -> map.getOrDefault(key, "none"),
        map::size,
        map::isEmpty,
        () -> map.put(key, "stolen"),
        () -> map.putIfAbsent(KeyFamilies.key(2000, 2), "stolen"),
        () -> map.remove(key),
        () -> map.remove(key, "last"),
        () -> map.putAll(Map.of()),
        () -> map.putAll(Map.of(key, "stolen")),
        () -> map.computeIfAbsent(key, any -> "stolen"),
        () -> map.computeIfPresent(key, (any, value) -> "stolen"),
        () -> map.compute(key, (any, value) -> "stolen"),
        () -> map.merge(key, "stolen", String::concat),
        () -> map.replace(key, "stolen"),
        () -> map.replace(key, "last", "stolen"),
        () -> map.replaceAll((any, value) -> "stolen"),
        () -> map.forEach((any, value) -> {}),
        () -> map.getAll(new Object[] {key}, new Object[1], null),
        map::clear,
        map::shape,
        map::structureBytes,
        map::telemetry,
        () -> map.visit(new TrieOutline()),
        map::hashCode,
        () -> map.equals(Map.of(key, "last")),
        map::persistent);
  }

  private static List<ThrowingCallable> usesOf(Collection<?> view) {
    return List.of(
        view::size,
        view::isEmpty,
        view::clear,
        view::toArray,
        () -> view.iterator().next(),
        () -> view.contains("last"),
        () -> view.remove("last"),
        () -> view.removeIf(element -> true),
        () -> view.forEach(element -> {}),
        () -> view.stream().forEach(element -> {}));
  }

  private static PersistentHamt<ChosenKey, String> edited(
      PersistentHamt<ChosenKey, String> base, String mark, int remainder) {
    Hamt<ChosenKey, String> map = base.asTransient();
    for (ChosenKey key : KeyFamilies.mixed()) {
      if (key.number() % 3 == remainder) {
        map.put(key, mark);
        map.put(KeyFamilies.key(900 + key.number(), key.code()), mark);
      } else if (key.number() % 7 == remainder) {
        map.remove(key);
      }
    }
    return map.persistent();
  }

  private PersistentHamt<ChosenKey, String> based() {
    PersistentHamt<ChosenKey, String> version = emptyVersion();
    for (ChosenKey key : KeyFamilies.mixed()) {
      version = version.put(key, "v" + key.number());
    }
    return version;
  }
}
