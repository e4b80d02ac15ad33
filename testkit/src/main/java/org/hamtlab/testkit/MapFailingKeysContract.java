package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link MapContract}: if the k-th call of a key's {@code hashCode} or {@code equals}
 * throws inside an operation, whichever key it is, the map is as it was before.
 */
public interface MapFailingKeysContract extends MapSubject {

  /** An operation on a map and a key. */
  @FunctionalInterface
  interface Operation {
    /** Runs it. */
    Object apply(Map<FailingKey, Integer> map, FailingKey key);
  }

  /** Lookups. */
  @Test
  default void aKeyThatThrowsInALookupChangesNothing() {
    Map<String, Operation> lookups = new LinkedHashMap<>();
    lookups.put("get", Map::get);
    lookups.put("containsKey", Map::containsKey);
    lookups.put("getOrDefault", (map, key) -> map.getOrDefault(key, 1));
    lookups.put("keySet.contains", (map, key) -> map.keySet().contains(key));
    lookups.forEach(this::failsAtEveryCall);
  }

  /** Operations that insert or replace. */
  @Test
  default void aKeyThatThrowsInAnInsertionChangesNothing() {
    Map<String, Operation> changes = new LinkedHashMap<>();
    changes.put("put", (map, key) -> map.put(key, -1));
    changes.put("putIfAbsent", (map, key) -> map.putIfAbsent(key, -1));
    changes.put("computeIfAbsent", (map, key) -> map.computeIfAbsent(key, absent -> -1));
    changes.put("compute", (map, key) -> map.compute(key, (same, old) -> -1));
    changes.put("merge", (map, key) -> map.merge(key, -1, Integer::sum));
    changes.put("replace", (map, key) -> map.replace(key, -1));
    changes.forEach(this::failsAtEveryCall);
  }

  /** Operations that remove. */
  @Test
  default void aKeyThatThrowsInARemovalChangesNothing() {
    Map<String, Operation> changes = new LinkedHashMap<>();
    changes.put("remove", Map::remove);
    changes.put("remove pair", (map, key) -> map.remove(key, key.number()));
    changes.put("computeIfPresent", (map, key) -> map.computeIfPresent(key, (same, old) -> null));
    changes.put("keySet.remove", (map, key) -> map.keySet().remove(key));
    changes.put(
        "entrySet.remove", (map, key) -> map.entrySet().remove(Map.entry(key, key.number())));
    changes.forEach(this::failsAtEveryCall);
  }

  /** A removal through an iterator that fails can be tried again, and the walk misses nothing. */
  @Test
  default void anIteratorWhoseRemovalFailsGoesOn() {
    int call = 1;
    while (removesAllDespite(call)) {
      call++;
    }
    assertThat(call).as("calls that failed").isGreaterThan(16);
  }

  private boolean removesAllDespite(int call) {
    FailingKey.Fuse fuse = new FailingKey.Fuse();
    boolean failed = false;
    try (Hamt<FailingKey, Integer> map = emptyMap()) {
      for (int present = 0; present < 16; present++) {
        map.put(FailingKey.of(present, fuse), present);
      }
      Iterator<Integer> values = map.values().iterator();
      fuse.light(call);
      for (int size = 16; size > 0; size--) {
        try {
          values.next();
        } catch (FailingKey.Blown expected) {
          failed = true;
          values.next();
        }
        assertThat(map).as("call %d: before a removal", call).hasSize(size);
        try {
          values.remove();
        } catch (FailingKey.Blown expected) {
          failed = true;
          assertThat(map).as("call %d: after a failed removal", call).hasSize(size);
          values.remove();
        }
      }
      assertThat(values.hasNext()).as("call %d: an entry is left", call).isFalse();
      assertThat(map).as("call %d", call).isEmpty();
      fuse.light(0);
    }
    return failed;
  }

  /** Runs an operation on keys that are present, absent, and colliding, failing call after call. */
  private void failsAtEveryCall(String operation, Operation action) {
    int failures = 0;
    for (int number : new int[] {0, 4, 9, 20, 50, 51, 52, 53}) {
      int call = 1;
      while (failsAt(call, number, operation, action)) {
        call++;
      }
      failures += call - 1;
    }
    assertThat(failures).as("failures of %s", operation).isPositive();
  }

  private boolean failsAt(int call, int number, String operation, Operation action) {
    FailingKey.Fuse fuse = new FailingKey.Fuse();
    try (Hamt<FailingKey, Integer> map = emptyMap()) {
      for (int present = 0; present < 16; present++) {
        map.put(FailingKey.of(present, fuse), present);
      }
      Map<FailingKey, Integer> before = new HashMap<>(map);
      TrieOutline outline = TrieOutline.of(map);
      long live = map.telemetry().slotsLive();
      FailingKey key = FailingKey.of(number, fuse);
      fuse.light(call);
      try {
        action.apply(map, key);
        return false;
      } catch (FailingKey.Blown expected) {
        assertThat(expected).hasNoCause();
      } finally {
        fuse.light(0);
      }
      assertThat(map.equals(before)).as("%s, call %d: content", operation, call).isTrue();
      assertThat(TrieOutline.of(map)).as("%s, call %d: trie", operation, call).isEqualTo(outline);
      assertThat(map.telemetry().slotsLive())
          .as("%s, call %d: live slots", operation, call)
          .isEqualTo(live);
      action.apply(map, key);
      return true;
    }
  }
}
