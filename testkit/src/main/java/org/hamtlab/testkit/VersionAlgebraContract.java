package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.hamtlab.map.Difference;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: union, intersection, difference, filter, mapValues and diff
 * agree with what one would do entry by entry, on spread, clustered, colliding and bottom-level
 * keys, in both orders of the arguments, and keep the right instances of keys and values.
 */
public interface VersionAlgebraContract extends VersionSubject {

  /** Two parts of one family of keys, however they overlap. */
  @Test
  default void algebraAgreesWithItsReferenceOnOverlappingKeys() {
    for (List<ChosenKey> family : families()) {
      int third = family.size() / 3;
      List<List<ChosenKey>> parts =
          List.of(
              family,
              family.subList(0, family.size() - third),
              family.subList(third, family.size()),
              family.stream().filter(key -> key.number() % 2 == 0).toList(),
              family.stream().filter(key -> key.number() % 2 == 1).toList(),
              family.subList(0, Math.min(1, family.size())),
              family.subList(Math.max(0, family.size() - 2), family.size()),
              List.of());
      for (List<ChosenKey> left : parts) {
        for (List<ChosenKey> right : parts) {
          agrees(made(emptyVersion(), left, "l"), made(emptyVersion(), right, "r"));
        }
      }
    }
  }

  /** Two families of keys that meet in few places. */
  @Test
  default void algebraAgreesWithItsReferenceOnDifferentKeys() {
    List<PersistentHamt<ChosenKey, String>> left = new ArrayList<>();
    List<PersistentHamt<ChosenKey, String>> right = new ArrayList<>();
    for (List<ChosenKey> family : families()) {
      left.add(made(emptyVersion(), family, "l"));
      right.add(made(emptyVersion(), family, "r"));
    }
    for (PersistentHamt<ChosenKey, String> one : left) {
      right.forEach(other -> agrees(one, other));
    }
  }

  /** Versions of one family, which share what neither has changed. */
  @Test
  default void algebraAgreesWithItsReferenceOnVersionsThatShare() {
    PersistentHamt<ChosenKey, String> base = emptyVersion();
    List<ChosenKey> all = new ArrayList<>();
    families().forEach(all::addAll);
    base = made(base, all, "b");
    List<PersistentHamt<ChosenKey, String>> versions = new ArrayList<>(List.of(base));
    for (List<ChosenKey> family : families()) {
      List<ChosenKey> some = family.subList(0, (family.size() + 1) / 2);
      versions.add(made(base, some, "c"));
      versions.add(base.removeAll(some));
      versions.add(made(base.removeAll(family), some, "d"));
    }
    for (PersistentHamt<ChosenKey, String> version : versions) {
      agrees(base, version);
      agrees(version, base);
      agrees(versions.get(versions.size() / 2), version);
    }
  }

  /** Another composition, which shares nothing and hashes otherwise. */
  @Test
  default void algebraAgreesWithItsReferenceAcrossCompositions() {
    String phrase = emptyVersion().phrase();
    List<ChosenKey> keys = KeyFamilies.mixed();
    for (int from : new int[] {0, 50, 100, 120}) {
      PersistentHamt<ChosenKey, String> own =
          made(emptyVersion(), keys.subList(0, keys.size() - from / 2), "l");
      PersistentHamt<ChosenKey, String> other =
          made(OtherComposition.than(phrase), keys.subList(from, keys.size()), "r");
      agrees(own, other);
      agrees(other, own);
      assertThat(own.union(other).phrase()).isEqualTo(phrase);
    }
  }

  /** The merge function sees the receiver's value first, once for each key of both. */
  @Test
  default void mergesOncePerCommonKey() {
    PersistentHamt<ChosenKey, String> left = made(emptyVersion(), KeyFamilies.mixed(), "l");
    PersistentHamt<ChosenKey, String> right = made(emptyVersion(), KeyFamilies.mixed(), "r");
    List<String> calls = new ArrayList<>();
    PersistentHamt<ChosenKey, String> merged =
        left.remove(KeyFamilies.mixed().get(0))
            .union(
                right,
                (own, others) -> {
                  calls.add(own + others);
                  return null;
                });
    assertThat(calls).hasSize(119).doesNotHaveDuplicates();
    assertThat(calls).allMatch(call -> call.startsWith("l") && call.contains("r"));
    assertThat(merged.size()).isEqualTo(120);
    assertThat(merged.get(KeyFamilies.mixed().get(0))).isEqualTo("r0");
    assertThat(merged.get(KeyFamilies.mixed().get(60))).isNull();
  }

  /** Nulls take part. */
  @Test
  default void algebraTakesNulls() {
    PersistentHamt<Object, Object> left = emptyVersion();
    left = left.put(null, null).put(1, null).put(2, "two");
    PersistentHamt<Object, Object> right = emptyVersion();
    right = right.put(null, "null").put(0, "zero").put(1, null);
    Map<Object, Object> united = new HashMap<>(left.asMap());
    united.putAll(right.asMap());
    assertThat(left.union(right).asMap()).isEqualTo(united);
    assertThat(left.intersection(right).asMap().keySet()).containsExactlyInAnyOrder(null, 1);
    assertThat(left.difference(right).asMap()).isEqualTo(Map.of(2, "two"));
    assertThat(left.mapValues((key, value) -> null).asMap().keySet())
        .containsExactlyInAnyOrder(null, 1, 2);
    Difference<Object, Object> diff = right.diff(left);
    assertThat(diff.added()).isEqualTo(Map.of(0, "zero"));
    assertThat(diff.removed()).isEqualTo(Map.of(2, "two"));
    assertThat(diff.changed().keySet()).containsExactly((Object) null);
    assertThat(diff.changed().get(null)).isEqualTo(new Difference.Change<Object>(null, "null"));
  }

  private static void agrees(
      PersistentHamt<ChosenKey, String> left, PersistentHamt<ChosenKey, String> right) {
    VersionSnapshot leftBefore = VersionSnapshot.of(left);
    VersionSnapshot rightBefore = VersionSnapshot.of(right);
    BinaryOperator<String> merge = (own, others) -> own.equals(others) ? own : own + others;
    Reference own = Reference.of(left);
    Reference others = Reference.of(right);
    own.union(others, (mine, theirs) -> theirs).check(left.union(right));
    own.union(others, merge).check(left.union(right, merge));
    own.retaining(others, true).check(left.intersection(right));
    own.retaining(others, false).check(left.difference(right));
    own.filtered().check(left.filter((key, value) -> key.number() % 3 != 0));
    own.mapped().check(left.mapValues((key, value) -> key.number() + value));
    own.check(left, right.diff(left), others);
    leftBefore.check();
    rightBefore.check();
  }

  /** What an operation must answer: for each key the very instance and the value. */
  record Reference(Map<ChosenKey, Map.Entry<ChosenKey, String>> entries) {

    static Reference of(PersistentHamt<ChosenKey, String> version) {
      Reference reference = new Reference(new HashMap<>());
      version.forEach(reference::add);
      return reference;
    }

    private void add(ChosenKey key, String value) {
      entries.put(key, Map.entry(key, value));
    }

    Reference union(Reference others, BinaryOperator<String> merge) {
      Reference united = new Reference(new HashMap<>(entries));
      others.entries.forEach((key, entry) -> {
        Map.Entry<ChosenKey, String> own = entries.get(key);
        if (own == null) {
          united.add(entry.getKey(), entry.getValue());
        } else {
          united.add(own.getKey(), merge.apply(own.getValue(), entry.getValue()));
        }
      });
      return united;
    }

    Reference retaining(Reference others, boolean common) {
      Reference kept = new Reference(new HashMap<>(entries));
      kept.entries.keySet().removeIf(key -> others.entries.containsKey(key) != common);
      return kept;
    }

    Reference filtered() {
      Reference kept = new Reference(new HashMap<>(entries));
      kept.entries.keySet().removeIf(key -> key.number() % 3 == 0);
      return kept;
    }

    Reference mapped() {
      Reference mapped = new Reference(new HashMap<>());
      entries.forEach((key, entry) -> mapped.add(entry.getKey(), key.number() + entry.getValue()));
      return mapped;
    }

    void check(PersistentHamt<ChosenKey, String> actual) {
      assertThat(actual.size()).isEqualTo(entries.size());
      int[] seen = {0};
      actual.forEach((key, value) -> {
        seen[0]++;
        Map.Entry<ChosenKey, String> expected = entries.get(key);
        assertThat(expected).as("%s=%s, not expected", key, value).isNotNull();
        if (key != expected.getKey() || !Objects.equals(value, expected.getValue())) {
          throw new AssertionError(key + "=" + value + " (expected the instance " + expected + ")");
        }
      });
      assertThat(seen[0]).as("entries iterated").isEqualTo(entries.size());
      entries.forEach((key, entry) -> assertThat(actual.get(key)).isEqualTo(entry.getValue()));
    }

    /** Checks what changed from a version with these entries to one with others. */
    void check(
        PersistentHamt<ChosenKey, String> earlier,
        Difference<ChosenKey, String> diff,
        Reference later) {
      Map<ChosenKey, Difference.Change<String>> changed = new HashMap<>();
      entries.forEach((key, entry) -> {
        Map.Entry<ChosenKey, String> other = later.entries.get(key);
        if (other != null && !other.getValue().equals(entry.getValue())) {
          changed.put(key, new Difference.Change<>(entry.getValue(), other.getValue()));
        }
      });
      assertThat(diff.added()).isEqualTo(values(later.retaining(this, false)));
      assertThat(diff.removed()).isEqualTo(values(retaining(later, false)));
      assertThat(diff.changed()).isEqualTo(changed);
      assertThat(diff.isEmpty()).isEqualTo(values(this).equals(values(later)));
      assertThat(earlier.diff(earlier).isEmpty()).isTrue();
    }

    private static Map<ChosenKey, String> values(Reference reference) {
      Map<ChosenKey, String> values = new HashMap<>();
      reference.entries.forEach((key, entry) -> values.put(key, entry.getValue()));
      return values;
    }
  }

  private static PersistentHamt<ChosenKey, String> made(
      PersistentHamt<ChosenKey, String> base, List<ChosenKey> keys, String mark) {
    PersistentHamt<ChosenKey, String> version = base;
    for (ChosenKey key : keys) {
      version = version.put(KeyFamilies.key(key.number(), key.code()), mark + key.number());
    }
    return version;
  }

  /** Families of keys: spread, clustered, equal in all bits, and as deep as can be. */
  private static List<List<ChosenKey>> families() {
    List<List<ChosenKey>> families = new ArrayList<>();
    for (int bits : new int[] {0, 5, 25, 30, 31, 32}) {
      families.add(KeyFamilies.equalInLowBits(bits < 25 ? 12 : 7, bits));
      families.add(KeyFamilies.equalInHighBits(bits < 25 ? 12 : 7, bits));
    }
    families.add(KeyFamilies.deepChain());
    families.add(KeyFamilies.mixed().subList(80, 120));
    return families;
  }
}
