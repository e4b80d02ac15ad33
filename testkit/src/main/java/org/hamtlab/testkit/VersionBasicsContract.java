package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamtlab.testkit.KeyFamilies.key;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/** Part of {@link VersionContract}: reading and deriving, {@code null} included. */
public interface VersionBasicsContract extends VersionSubject {

  /** A new version has no entries. */
  @Test
  default void aNewVersionIsEmpty() {
    PersistentHamt<String, Integer> empty = emptyVersion();
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.size()).isZero();
    assertThat(empty.get("absent")).isNull();
    assertThat(empty.getOrDefault("absent", 3)).isEqualTo(3);
    assertThat(empty.containsKey(null)).isFalse();
    assertThat(empty.iterator().hasNext()).isFalse();
    assertThat(empty.asMap().isEmpty()).isTrue();
  }

  /** Put answers a version with the entry; the one before has not changed. */
  @Test
  default void putLeavesTheVersionBeforeAlone() {
    PersistentHamt<String, Integer> empty = emptyVersion();
    PersistentHamt<String, Integer> one = empty.put("one", 1);
    PersistentHamt<String, Integer> changed = one.put("one", 2);
    PersistentHamt<String, Integer> two = one.put("two", 2);
    assertThat(empty.size()).isZero();
    assertThat(one.asMap()).isEqualTo(Map.of("one", 1));
    assertThat(changed.asMap()).isEqualTo(Map.of("one", 2));
    assertThat(two.asMap()).isEqualTo(Map.of("one", 1, "two", 2));
  }

  /** Remove answers a version without the key; the one before has not changed. */
  @Test
  default void removeLeavesTheVersionBeforeAlone() {
    PersistentHamt<Integer, Integer> all = emptyVersion();
    for (int number = 0; number < 100; number++) {
      all = all.put(number, -number);
    }
    PersistentHamt<Integer, Integer> rest = all;
    for (int number = 0; number < 100; number++) {
      PersistentHamt<Integer, Integer> before = rest;
      rest = rest.remove(number);
      assertThat(before.get(number)).isEqualTo(-number);
      assertThat(rest.containsKey(number)).isFalse();
      assertThat(rest.size()).isEqualTo(99 - number);
    }
    assertThat(all.size()).isEqualTo(100);
  }

  /** A null key is a key like any other, distinct from one whose hash code is zero. */
  @Test
  default void aVersionTakesANullKey() {
    PersistentHamt<Object, Integer> zero = this.<Object, Integer>emptyVersion().put(0, 10);
    PersistentHamt<Object, Integer> both = zero.put(null, 20);
    assertThat(zero.containsKey(null)).isFalse();
    assertThat(both.get(null)).isEqualTo(20);
    assertThat(both.get(0)).isEqualTo(10);
    assertThat(both.asMap().keySet()).containsExactlyInAnyOrder(0, null);
    assertThat(both.remove(0).asMap().keySet()).containsExactly((Object) null);
    assertThat(both.remove(null).asMap()).isEqualTo(Map.of(0, 10));
    assertThat(both.update(null, old -> old + 1).get(null)).isEqualTo(21);
  }

  /** A null value is a value like any other. */
  @Test
  default void aVersionTakesANullValue() {
    PersistentHamt<String, Integer> nothing =
        this.<String, Integer>emptyVersion().put("nothing", null);
    assertThat(nothing.containsKey("nothing")).isTrue();
    assertThat(nothing.get("nothing")).isNull();
    assertThat(nothing.getOrDefault("nothing", 5)).isNull();
    assertThat(nothing.size()).isEqualTo(1);
    assertThat(nothing.put("nothing", 1).get("nothing")).isEqualTo(1);
    assertThat(nothing.put("nothing", 1).put("nothing", null).get("nothing")).isNull();
    assertThat(nothing.remove("nothing").isEmpty()).isTrue();
  }

  /** Update stores what the function makes of the present value, and calls it once. */
  @Test
  default void updateComputesFromThePresentValue() {
    AtomicInteger calls = new AtomicInteger();
    PersistentHamt<String, Integer> one = this.<String, Integer>emptyVersion().put("one", 1);
    PersistentHamt<String, Integer> eleven =
        one.update("one", old -> old + 10 * calls.incrementAndGet());
    assertThat(eleven.asMap()).isEqualTo(Map.of("one", 11));
    assertThat(one.asMap()).isEqualTo(Map.of("one", 1));
    assertThat(one.update("two", old -> old == null ? 2 : 3).get("two")).isEqualTo(2);
    assertThat(one.update("two", old -> null).containsKey("two")).isTrue();
    assertThat(one.update("one", old -> null).containsKey("one")).isTrue();
    assertThat(one.update("one", old -> null).get("one")).isNull();
    assertThat(calls).hasValue(1);
  }

  /** PutAll takes every entry of any map, later ones over its own. */
  @Test
  default void putAllTakesEveryEntryOfAnyMap() {
    Map<Object, Object> source = new HashMap<>();
    KeyFamilies.mixed().forEach(key -> source.put(key, "v" + key.number()));
    source.put(null, null);
    PersistentHamt<Object, Object> first =
        this.<Object, Object>emptyVersion().put(KeyFamilies.mixed().get(5), "old").put("own", 1);
    PersistentHamt<Object, Object> all = first.putAll(source);
    Map<Object, Object> expected = new HashMap<>(source);
    expected.put("own", 1);
    assertThat(all.asMap()).isEqualTo(expected);
    assertThat(first.size()).isEqualTo(2);
    assertThat(this.<Object, Object>emptyVersion().putAll(all.asMap()).asMap()).isEqualTo(expected);
    assertThat(first.putAll(all.asTransient()).asMap()).isEqualTo(expected);
  }

  /** RemoveAll takes lists with repeated, absent and null elements. */
  @Test
  default void removeAllTakesAnyCollection() {
    PersistentHamt<Object, Object> all = emptyVersion();
    for (ChosenKey key : KeyFamilies.mixed()) {
      all = all.put(key, key.number());
    }
    all = all.put(null, null);
    ChosenKey first = KeyFamilies.mixed().get(0);
    PersistentHamt<Object, Object> less =
        all.removeAll(Arrays.asList(null, first, first, "absent", key(7, 7)));
    Map<Object, Object> expected = new LinkedHashMap<>(all.asMap());
    expected.remove(null);
    expected.remove(first);
    assertThat(less.asMap()).isEqualTo(expected);
    assertThat(all.size()).isEqualTo(121);
    assertThat(all.removeAll(all.asMap().keySet()).isEmpty()).isTrue();
    assertThat(all.removeAll(Set.copyOf(KeyFamilies.mixed())).asMap().keySet())
        .containsExactly((Object) null);
  }

  /** Keys of foreign types are merely absent. */
  @Test
  default void aVersionHoldsNoKeyOfAnotherType() {
    PersistentHamt<Object, Integer> one = this.<Object, Integer>emptyVersion().put(1, 1);
    assertThat(one.containsKey(1L)).isFalse();
    assertThat(one.get("1")).isNull();
    assertThat(one.remove('1').size()).isEqualTo(1);
  }

  /** A batch finds what single lookups find. */
  @Test
  default void getAllFindsWhatGetFinds() {
    PersistentHamt<Object, Object> version = emptyVersion();
    for (ChosenKey key : KeyFamilies.mixed()) {
      version = version.put(key, key.number() % 7 == 0 ? null : key.number());
    }
    for (int count : new int[] {0, 1, 15, 16, 17, 63, 64, 65, 300}) {
      assertBatch(version, count);
      assertBatch(version.put(null, "null"), count);
      assertBatch(this.emptyVersion(), count);
    }
  }

  /** The values of a batch may take the place of its keys. */
  @Test
  default void getAllMayAnswerInTheArrayOfKeys() {
    PersistentHamt<Object, Object> version = emptyVersion().put("a", 1).put("b", 2).put(null, 3);
    Object[] batch = {"a", "absent", null, "b"};
    version.getAll(batch, batch, "none");
    assertThat(batch).containsExactly(1, "none", 3, 2);
  }

  private static void assertBatch(PersistentHamt<Object, Object> version, int count) {
    List<ChosenKey> present = KeyFamilies.mixed();
    Object absent = new Object();
    Object[] keys = new Object[count];
    for (int index = 0; index < count; index++) {
      ChosenKey one = present.get(index * 7 % present.size());
      keys[index] =
          switch (index % 5) {
            case 0 -> key(one.number() + 1000, one.code());
            case 1 -> index % 2 == 0 ? null : "absent" + index;
            default -> key(one.number(), one.code());
          };
    }
    Object[] values = new Object[count + 1];
    values[count] = "beyond";
    version.getAll(keys, values, absent);
    Object[] ofTransient = new Object[count];
    version.asTransient().getAll(keys, ofTransient, absent);
    for (int index = 0; index < count; index++) {
      Object expected = version.getOrDefault(keys[index], absent);
      assertThat(values[index]).as("%s of %s", keys[index], count).isSameAs(expected);
      assertThat(ofTransient[index]).as("%s of %s", keys[index], count).isSameAs(expected);
    }
    assertThat(values[count]).isEqualTo("beyond");
  }
}
