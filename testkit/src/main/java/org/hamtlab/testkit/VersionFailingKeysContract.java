package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: if the k-th call of a key's {@code hashCode} or {@code equals}
 * throws inside an operation, all versions are what they were, and the operation can be repeated.
 */
public interface VersionFailingKeysContract extends VersionSubject {

  /** An operation on a version, another one and a key. */
  @FunctionalInterface
  interface VersionOperation {
    /** Runs it; a version that it answers is checked. */
    Object apply(
        PersistentHamt<FailingKey, Integer> version,
        PersistentHamt<FailingKey, Integer> other,
        FailingKey key);
  }

  /** Lookups. */
  @Test
  default void aKeyThatThrowsInALookupOfAVersionChangesNothing() {
    Map<String, VersionOperation> lookups = new LinkedHashMap<>();
    lookups.put("get", (version, other, key) -> version.get(key));
    lookups.put("containsKey", (version, other, key) -> version.containsKey(key));
    lookups.put("getOrDefault", (version, other, key) -> version.getOrDefault(key, 1));
    lookups.put(
        "getAll",
        (version, other, key) -> {
          Object[] keys = {key, FailingKey.of(2, key.fuse()), FailingKey.of(8, key.fuse())};
          version.getAll(keys, new Object[3], null);
          return keys;
        });
    lookups.forEach(this::failsOnAVersion);
  }

  /** Updates. */
  @Test
  default void aKeyThatThrowsInAnUpdateOfAVersionChangesNothing() {
    Map<String, VersionOperation> updates = new LinkedHashMap<>();
    updates.put("put", (version, other, key) -> version.put(key, -1));
    updates.put("remove", (version, other, key) -> version.remove(key));
    updates.put("update", (version, other, key) -> version.update(key, old -> -1));
    updates.put("putAll", (version, other, key) -> version.putAll(other.asMap()));
    updates.put(
        "removeAll",
        (version, other, key) ->
            version.removeAll(
                List.of(FailingKey.of(4, key.fuse()), key, FailingKey.of(2, key.fuse()))));
    updates.forEach(this::failsOnAVersion);
  }

  /** Algebra and equality. */
  @Test
  default void aKeyThatThrowsInTheAlgebraOfVersionsChangesNothing() {
    Map<String, VersionOperation> algebra = new LinkedHashMap<>();
    algebra.put("union", (version, other, key) -> version.union(other));
    algebra.put("union, reversed", (version, other, key) -> other.union(version, Integer::sum));
    algebra.put("intersection", (version, other, key) -> version.intersection(other));
    algebra.put("difference", (version, other, key) -> version.difference(other));
    algebra.put("diff", (version, other, key) -> version.diff(other));
    algebra.put("equals", (version, other, key) -> version.equals(other.put(key, 3).remove(key)));
    algebra.forEach(this::failsOnAVersion);
  }

  /** Functions that throw. */
  @Test
  default void aFunctionThatThrowsChangesNothing() {
    FailingKey.Fuse fuse = new FailingKey.Fuse();
    Map<String, VersionOperation> operations = new LinkedHashMap<>();
    operations.put("update", (version, other, key) -> version.update(key, old -> blow(fuse)));
    operations.put(
        "union", (version, other, key) -> version.union(other, (own, others) -> blow(fuse)));
    operations.put(
        "filter", (version, other, key) -> version.filter((any, value) -> blow(fuse) > 0));
    operations.put(
        "mapValues", (version, other, key) -> version.mapValues((any, value) -> blow(fuse)));
    operations.forEach((name, operation) -> {
      PersistentHamt<FailingKey, Integer> version = filled(fuse, 0, 24);
      PersistentHamt<FailingKey, Integer> other = filled(fuse, 12, 36);
      VersionSnapshot snapshot = VersionSnapshot.of(version);
      VersionSnapshot otherSnapshot = VersionSnapshot.of(other);
      int calls = 0;
      while (throwsAt(++calls, fuse, () -> operation.apply(version, other, key(5, fuse)))) {
        snapshot.check();
        otherSnapshot.check();
      }
      assertThat(calls).as("calls of the function of %s", name).isGreaterThan(1);
    });
  }

  /** A transient is atomic too, and its version does not change at all. */
  @Test
  default void aKeyThatThrowsInATransientLeavesItAsItWas() {
    FailingKey.Fuse fuse = new FailingKey.Fuse();
    PersistentHamt<FailingKey, Integer> base = filled(fuse, 0, 24);
    VersionSnapshot snapshot = VersionSnapshot.of(base);
    for (int number : new int[] {0, 4, 9, 20, 50, 51, 52, 53}) {
      for (int call = 1; call <= 12; call++) {
        Hamt<FailingKey, Integer> map = base.asTransient();
        map.put(key(60, fuse), 60);
        Map<FailingKey, Integer> before = new HashMap<>(map);
        boolean stored = !throwsAt(call, fuse, () -> map.put(key(number, fuse), -1));
        boolean removed = !throwsAt(call, fuse, () -> map.remove(key(number, fuse)));
        if (stored) {
          before.put(key(number, fuse), -1);
        }
        if (removed) {
          before.remove(key(number, fuse));
        }
        assertThat(map.equals(before)).as("key %d, call %d", number, call).isTrue();
        TrieInvariants.of(map).check(map);
        snapshot.check();
        assertThat(map.persistent().asMap().equals(before)).isTrue();
      }
    }
  }

  private static int blow(FailingKey.Fuse fuse) {
    fuse.burn();
    return 1;
  }

  private static FailingKey key(int number, FailingKey.Fuse fuse) {
    return FailingKey.of(number, fuse);
  }

  /** Whether an action throws if the given call does. */
  private static boolean throwsAt(int call, FailingKey.Fuse fuse, Runnable action) {
    fuse.light(call);
    try {
      action.run();
      return false;
    } catch (FailingKey.Blown expected) {
      assertThat(expected).hasNoCause();
      return true;
    } finally {
      fuse.light(0);
    }
  }

  private void failsOnAVersion(String name, VersionOperation operation) {
    FailingKey.Fuse fuse = new FailingKey.Fuse();
    PersistentHamt<FailingKey, Integer> version = filled(fuse, 0, 16);
    PersistentHamt<FailingKey, Integer> other = filled(fuse, 8, 20);
    VersionSnapshot snapshot = VersionSnapshot.of(version);
    VersionSnapshot otherSnapshot = VersionSnapshot.of(other);
    TrieInvariants invariants = TrieInvariants.of(version);
    int failures = 0;
    for (int number : new int[] {0, 4, 9, 20, 50, 51, 52, 53}) {
      FailingKey key = key(number, fuse);
      int call = 1;
      while (throwsAt(call, fuse, () -> operation.apply(version, other, key))) {
        snapshot.check();
        otherSnapshot.check();
        call++;
      }
      failures += call - 1;
      if (operation.apply(version, other, key) instanceof PersistentHamt<?, ?> result) {
        invariants.check(result);
      }
      snapshot.check();
    }
    assertThat(failures).as("failures of %s", name).isPositive();
  }

  private PersistentHamt<FailingKey, Integer> filled(FailingKey.Fuse fuse, int from, int end) {
    PersistentHamt<FailingKey, Integer> version = emptyVersion();
    for (int number = from; number < end; number++) {
      version = version.put(key(number, fuse), number);
    }
    return version;
  }
}
