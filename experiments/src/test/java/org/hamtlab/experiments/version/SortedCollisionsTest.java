package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.CollidingKeys;
import org.hamtlab.testkit.CollidingKeys.Ordered;
import org.hamtlab.testkit.CollidingKeys.Plain;
import org.hamtlab.testkit.MapModel;
import org.hamtlab.testkit.VersionModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many keys of one hash code, whatever their order, in every layout that sorts them. */
class SortedCollisionsTest {
  private static final List<String> COMPOSITIONS =
      List.of(
          "layout=champ{collisions=sorted} allocator=gc compression=lazy-expansion",
          "layout=champ{span=3,collisions=list} allocator=gc compression=lazy-expansion",
          "layout=sealed-class{collisions=sorted} allocator=gc compression=none",
          "layout=sealed-class{collisions=sorted} allocator=checked{parent=freelist}"
              + " compression=path",
          "layout=tagged-int{collisions=sorted} allocator=checked{parent=freelist}"
              + " compression=lazy-expansion",
          "layout=tagged-int{collisions=sorted,memory=native} allocator=checked{parent=malloc}"
              + " compression=path",
          "layout=tagged-int{collisions=list,span=4} allocator=checked{parent=freelist}"
              + " compression=none");

  static List<String> phrases() {
    return phrases("java-spread");
  }

  static List<String> constantPhrases() {
    return phrases("constant");
  }

  private static List<String> phrases(String hash) {
    return COMPOSITIONS.stream().map(each -> "hash=" + hash + " assembly=shared " + each).toList();
  }

  @ParameterizedTest
  @MethodSource("constantPhrases")
  void mapsWhoseKeysAllCollideAgreeWithHashMap(String phrase) {
    for (long seed = 1; seed <= 3; seed++) {
      new MapModel(phrase, Composition.of(phrase)::newMap, seed, 900).run();
    }
  }

  @ParameterizedTest
  @MethodSource("constantPhrases")
  void versionsWhoseKeysAllCollideAgreeWithHashMap(String phrase) {
    for (long seed = 1; seed <= 3; seed++) {
      new VersionModel(phrase, Composition.of(phrase)::newPersistentMap, seed, 60).run();
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void aMapHoldsKeysOfEveryKindOfOrder(String phrase) {
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      Map<Plain, Object> model = new HashMap<>();
      SplittableRandom random = new SplittableRandom(11);
      for (int step = 0; step < 6_000; step++) {
        Object key = CollidingKeys.any(random);
        Object before = random.nextInt(5) < 3 ? map.put(key, step) : map.remove(key);
        Object expected = model.get(new Plain(key));
        assertThat(before).as("step %s, %s", step, key).isEqualTo(expected);
        if (map.containsKey(key)) {
          model.put(new Plain(key), step);
        } else {
          model.remove(new Plain(key));
        }
        assertThat(map).hasSize(model.size());
      }
      assertThat(plain(map)).isEqualTo(model);
      removeEveryOtherByIterator(map, model);
    }
  }

  private static void removeEveryOtherByIterator(
      Map<Object, Object> map, Map<Plain, Object> model) {
    int size = map.size();
    int shown = 0;
    for (Iterator<Map.Entry<Object, Object>> each = map.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<Object, Object> entry = each.next();
      if (shown++ % 2 == 0) {
        model.remove(new Plain(entry.getKey()));
        each.remove();
      } else {
        model.put(new Plain(entry.getKey()), -shown);
        entry.setValue(-shown);
      }
    }
    assertThat(shown).isEqualTo(size);
    assertThat(plain(map)).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void versionsHoldKeysOfEveryKindOfOrder(String phrase) {
    PersistentHamt<Object, Object> empty = PersistentHamt.of(phrase);
    List<PersistentHamt<Object, Object>> versions = new ArrayList<>(List.of(empty));
    List<Map<Plain, Object>> models = new ArrayList<>(List.of(new HashMap<>()));
    SplittableRandom random = new SplittableRandom(12);
    for (int step = 0; step < 400; step++) {
      int base = Math.max(0, versions.size() - 1 - random.nextInt(3));
      PersistentHamt<Object, Object> version = versions.get(base);
      Map<Plain, Object> model = new HashMap<>(models.get(base));
      for (int change = 0; change < 4; change++) {
        Object key = CollidingKeys.any(random);
        if (random.nextInt(5) < 3) {
          version = version.put(key, step);
          model.put(new Plain(key), step);
        } else {
          version = version.remove(key);
          model.remove(new Plain(key));
        }
      }
      versions.add(version);
      models.add(model);
    }
    for (int number = 0; number < versions.size(); number++) {
      assertThat(plain(versions.get(number).asMap())).isEqualTo(models.get(number));
    }
    for (int pair = 0; pair < 60; pair++) {
      int left = random.nextInt(versions.size());
      int right = random.nextInt(versions.size());
      requireAlgebra(versions.get(left), models.get(left), versions.get(right), models.get(right));
    }
    requireEqualInAnyOrder(empty, versions.getLast());
    empty.close();
  }

  private static void requireAlgebra(
      PersistentHamt<Object, Object> left,
      Map<Plain, Object> leftModel,
      PersistentHamt<Object, Object> right,
      Map<Plain, Object> rightModel) {
    Map<Plain, Object> union = new HashMap<>(leftModel);
    rightModel.forEach((key, value) -> union.merge(key, value, SortedCollisionsTest::joined));
    assertThat(plain(left.union(right, SortedCollisionsTest::joined).asMap())).isEqualTo(union);
    Map<Plain, Object> common = new HashMap<>(leftModel);
    common.keySet().retainAll(rightModel.keySet());
    assertThat(plain(left.intersection(right).asMap())).isEqualTo(common);
    Map<Plain, Object> rest = new HashMap<>(leftModel);
    rest.keySet().removeAll(rightModel.keySet());
    assertThat(plain(left.difference(right).asMap())).isEqualTo(rest);
    assertThat(left.equals(right)).isEqualTo(leftModel.equals(rightModel));
    Map<Plain, Object> even = new HashMap<>(leftModel);
    even.values().removeIf(value -> (Integer) value % 2 != 0);
    assertThat(plain(left.filter((key, value) -> (Integer) value % 2 == 0).asMap()))
        .isEqualTo(even);
    Map<Plain, Object> mapped = new HashMap<>(leftModel);
    mapped.replaceAll((key, value) -> "v" + value);
    assertThat(plain(left.<Object>mapValues((key, value) -> "v" + value).asMap()))
        .isEqualTo(mapped);
  }

  /** What both versions share is not merged, so equal values must stay. */
  private static Object joined(Object left, Object right) {
    return left.equals(right) ? left : 31 * (Integer) left + (Integer) right;
  }

  /** Equal whatever history made the nodes, and however a bulk build made them. */
  private static void requireEqualInAnyOrder(
      PersistentHamt<Object, Object> empty, PersistentHamt<Object, Object> version) {
    List<Map.Entry<Object, Object>> entries = new ArrayList<>(version.asMap().entrySet());
    PersistentHamt<Object, Object> reversed = empty;
    for (Map.Entry<Object, Object> entry : entries.reversed()) {
      reversed = reversed.put(entry.getKey(), entry.getValue());
    }
    assertThat(reversed.equals(version)).isTrue();
    assertThat(version.equals(reversed)).isTrue();
    assertThat(empty.putAll(version.asMap()).equals(version)).isTrue();
    assertThat(reversed.hashCode()).isEqualTo(version.hashCode());
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void bulkBuildingKeepsTheFirstKeyAndTheLastValueOfEqualOnes(String phrase) {
    SplittableRandom random = new SplittableRandom(13);
    List<Map.Entry<Object, Object>> entries = new ArrayList<>();
    try (Hamt<Object, Object> single = Hamt.of(phrase)) {
      for (int index = 0; index < 3_000; index++) {
        Object key = index % 3 == 0 ? new Ordered(index / 6) : CollidingKeys.any(random);
        entries.add(new SimpleImmutableEntry<>(key, index));
        single.put(key, index);
      }
      try (PersistentHamt<Object, Object> bulk =
          PersistentHamt.copyOf(phrase + " build=bottom-up", new Repeating(entries))) {
        assertThat(plain(bulk.asMap())).isEqualTo(plain(single));
        Map<Plain, Object> instances = new HashMap<>();
        single.keySet().forEach(key -> instances.put(new Plain(key), key));
        for (Object key : bulk.asMap().keySet()) {
          assertThat(key).isSameAs(instances.get(new Plain(key)));
        }
      }
    }
  }

  /** A faulty map, which shows equal keys more than once. */
  private static final class Repeating extends AbstractMap<Object, Object> {
    private final List<Map.Entry<Object, Object>> entries;

    Repeating(List<Map.Entry<Object, Object>> entries) {
      this.entries = entries;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<Object, Object>> iterator() {
          return entries.iterator();
        }

        @Override
        public int size() {
          return entries.size();
        }
      };
    }
  }

  private static Map<Plain, Object> plain(Map<Object, Object> map) {
    Map<Plain, Object> plain = new HashMap<>();
    map.forEach((key, value) -> plain.put(new Plain(key), value));
    assertThat(plain).hasSameSizeAs(map);
    return plain;
  }
}
