package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: equality, hash code and text are those of every map. */
public interface MapEqualityContract extends MapSubject {

  /** A map equals any map with equal entries, both ways. */
  @Test
  default void equalsAnyMapWithEqualEntries() {
    try (Hamt<Integer, String> map = emptyMap();
        Hamt<Integer, String> other = emptyMap()) {
      Map<Integer, String> model = new HashMap<>();
      for (int key = 0; key < 200; key++) {
        model.put(key, "v" + key);
        map.put(key, "v" + key);
        other.put(199 - key, "v" + (199 - key));
      }
      model.put(null, null);
      map.put(null, null);
      other.put(null, null);
      assertThat(map.equals(model)).isTrue();
      assertThat(model.equals(map)).isTrue();
      assertThat(map.equals(other)).isTrue();
      assertThat(map.equals(map)).isTrue();
      assertThat(map.hashCode()).isEqualTo(model.hashCode()).isEqualTo(other.hashCode());
    }
  }

  /** One difference is enough to be unequal. */
  @Test
  default void oneDifferenceMakesMapsUnequal() {
    try (Hamt<Integer, String> map = emptyMap()) {
      map.put(1, "one");
      map.put(2, null);
      Map<Integer, String> otherValue = new HashMap<>(map);
      otherValue.put(1, "ONE");
      Map<Integer, String> otherKey = new HashMap<>(map);
      otherKey.put(3, otherKey.remove(2));
      Map<Integer, String> more = new HashMap<>(map);
      more.put(4, "four");
      assertThat(map.equals(otherValue)).isFalse();
      assertThat(map.equals(otherKey)).isFalse();
      assertThat(map.equals(more)).isFalse();
      assertThat(map.equals(Map.of())).isFalse();
      assertThat(((Object) map).equals("no map")).isFalse();
      assertThat(map.equals(null)).isFalse();
    }
  }

  /** The text is that of every map, in the order of iteration. */
  @Test
  default void textListsEntriesInTheOrderOfIteration() {
    try (Hamt<Object, Object> map = emptyMap()) {
      assertThat(map.toString()).isEqualTo("{}");
      map.put("one", 1);
      assertThat(map.toString()).isEqualTo("{one=1}");
      map.put(null, null);
      map.put("me", map);
      assertThat(map.toString()).contains("one=1", "null=null", "me=(this Map)");
      map.remove("me");
      assertThat(map.toString()).isEqualTo(new java.util.LinkedHashMap<>(map).toString());
    }
  }
}
