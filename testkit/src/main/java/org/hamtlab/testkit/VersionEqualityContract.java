package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/** Part of {@link VersionContract}: equality is of content, whatever history and composition. */
public interface VersionEqualityContract extends VersionSubject {

  /** Equal entries, equal versions, however they came about. */
  @Test
  default void versionsWithEqualEntriesAreEqualWhateverTheirHistory() {
    List<ChosenKey> keys = new ArrayList<>(KeyFamilies.mixed());
    PersistentHamt<ChosenKey, String> straight = filled(emptyVersion(), keys);
    Collections.shuffle(keys, new Random(1));
    PersistentHamt<ChosenKey, String> shuffled = filled(emptyVersion(), keys);
    PersistentHamt<ChosenKey, String> detour = straight;
    for (int number = 0; number < 60; number++) {
      detour = detour.put(KeyFamilies.key(number, number * 77), "gone").remove(keys.get(number));
    }
    for (int number = 0; number < 60; number++) {
      detour = detour.remove(KeyFamilies.key(number, number * 77));
    }
    detour = filled(detour, keys.subList(0, 60));
    Hamt<ChosenKey, String> map = this.<ChosenKey, String>emptyVersion().asTransient();
    keys.forEach(key -> map.put(key, "v" + key.number()));
    assertAllEqual(List.of(straight, shuffled, detour, map.persistent()));
  }

  /** Equal entries, equal versions, whatever their composition. */
  @Test
  default void versionsOfDifferentCompositionsAreEqual() {
    PersistentHamt<ChosenKey, String> own = filled(emptyVersion(), KeyFamilies.mixed());
    PersistentHamt<ChosenKey, String> other =
        filled(OtherComposition.than(own.phrase()), KeyFamilies.mixed());
    assertAllEqual(List.of(own, other));
    assertUnequal(own, other.put(KeyFamilies.mixed().get(7), "changed"));
    assertUnequal(own, other.remove(KeyFamilies.mixed().get(119)));
  }

  /** One difference is enough to be unequal. */
  @Test
  default void oneDifferenceMakesVersionsUnequal() {
    List<ChosenKey> keys = KeyFamilies.mixed();
    PersistentHamt<ChosenKey, String> base = filled(emptyVersion(), keys);
    for (ChosenKey key : keys) {
      PersistentHamt<ChosenKey, String> less = base.remove(key);
      assertUnequal(base, less);
      assertUnequal(base, base.put(key, "changed"));
      assertUnequal(base, base.put(key, null));
      assertUnequal(less.put(KeyFamilies.key(1000, key.code()), "v" + key.number()), base);
      assertAllEqual(List.of(base, less.put(key, "v" + key.number())));
    }
    assertThat(base.equals(null)).isFalse();
    assertThat(((Object) base).equals("no version")).isFalse();
    assertUnequal(base, emptyVersion());
  }

  /** Empty versions are equal. */
  @Test
  default void emptyVersionsAreEqual() {
    PersistentHamt<ChosenKey, String> emptied = emptyVersion();
    emptied = emptied.put(KeyFamilies.key(1, 1), "one").remove(KeyFamilies.key(1, 1));
    PersistentHamt<ChosenKey, String> other = OtherComposition.than(emptied.phrase());
    assertAllEqual(List.of(emptied, emptyVersion(), other));
  }

  /** The hash code is right where nulls are. */
  @Test
  default void nullsCountInEquality() {
    PersistentHamt<Object, Object> none = emptyVersion();
    PersistentHamt<Object, Object> nullKey = none.put(null, 1);
    PersistentHamt<Object, Object> nullValue = none.put(1, null);
    assertAllEqual(List.of(nullKey, this.<Object, Object>emptyVersion().put(null, 1)));
    assertAllEqual(List.of(nullValue, this.<Object, Object>emptyVersion().put(1, null)));
    assertUnequal(nullKey, nullValue);
    assertUnequal(nullValue, none.put(2, null));
    assertUnequal(none.put(null, null), none);
  }

  private static <V> PersistentHamt<ChosenKey, String> filled(
      PersistentHamt<ChosenKey, String> version, List<ChosenKey> keys) {
    PersistentHamt<ChosenKey, String> filled = version;
    for (ChosenKey key : keys) {
      filled = filled.put(KeyFamilies.key(key.number(), key.code()), "v" + key.number());
    }
    return filled;
  }

  private static void assertAllEqual(List<? extends PersistentHamt<?, ?>> versions) {
    for (PersistentHamt<?, ?> one : versions) {
      for (PersistentHamt<?, ?> other : versions) {
        assertThat(one.equals(other)).isTrue();
        assertThat(one.hashCode()).isEqualTo(other.hashCode());
        assertThat((Map<?, ?>) one.asMap()).isEqualTo(other.asMap());
      }
    }
  }

  private static void assertUnequal(PersistentHamt<?, ?> one, PersistentHamt<?, ?> other) {
    assertThat(one.equals(other)).isFalse();
    assertThat(other.equals(one)).isFalse();
    assertThat(one.asMap().equals(other.asMap())).isFalse();
  }
}
