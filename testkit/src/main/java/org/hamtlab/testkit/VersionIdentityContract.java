package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamtlab.testkit.KeyFamilies.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: a change that changes nothing answers the same instance and
 * allocates nothing, and of equal keys the instance that stood in the receiver stays.
 */
public interface VersionIdentityContract extends VersionSubject {

  /** Single-key updates that change nothing. */
  @Test
  default void anUpdateThatChangesNothingAnswersTheSameInstance() {
    PersistentHamt<Object, Object> version = identified();
    for (ChosenKey key : KeyFamilies.mixed()) {
      ChosenKey equal = key(key.number(), key.code());
      ChosenKey absent = key(key.number() + 1000, key.code());
      assertThat(version.put(equal, version.get(key)) == version).as("put %s", key).isTrue();
      assertThat(version.update(equal, old -> old) == version).as("update %s", key).isTrue();
      assertThat(version.remove(absent) == version).as("remove %s", absent).isTrue();
    }
    assertThat(version.put(null, null) == version).isTrue();
    PersistentHamt<Object, Object> empty = emptyVersion();
    assertThat(empty.remove(null) == empty).isTrue();
  }

  /** Bulk operations that change nothing. */
  @Test
  default void aBulkOperationThatChangesNothingAnswersTheSameInstance() {
    PersistentHamt<Object, Object> version = identified();
    PersistentHamt<Object, Object> less = version.remove(KeyFamilies.mixed().get(40)).remove(null);
    PersistentHamt<Object, Object> empty = emptyVersion();
    PersistentHamt<Object, Object> strangers = empty.put(key(5000, 42), 1).put("stranger", 2);
    Map<String, UnaryOperator<PersistentHamt<Object, Object>>> changes = new LinkedHashMap<>();
    changes.put("putAll of nothing", same -> same.putAll(Map.of()));
    changes.put("putAll of its own", same -> same.putAll(version.asMap()));
    changes.put("putAll of less", same -> same.putAll(less.asMap()));
    changes.put("removeAll of nothing", same -> same.removeAll(List.of()));
    changes.put("removeAll of strangers", same -> same.removeAll(strangers.asMap().keySet()));
    changes.put("filter all", same -> same.filter((key, value) -> true));
    changes.put("union with itself", same -> same.union(same));
    changes.put("union with nothing", same -> same.union(empty));
    changes.put("union with less", same -> same.union(less));
    changes.put("union keeping own", same -> same.union(less, (own, others) -> own));
    changes.put("intersection with itself", same -> same.intersection(same));
    changes.put(
        "intersection with more", same -> same.intersection(same.put("more", 1).put(key(9, 9), 2)));
    changes.put("difference from nothing", same -> same.difference(empty));
    changes.put("difference from strangers", same -> same.difference(strangers));
    List<String> others = new ArrayList<>();
    changes.forEach((name, change) -> {
      if (change.apply(version) != version) {
        others.add(name);
      }
    });
    assertThat(others).as("operations that answer another instance").isEmpty();
    assertThat(empty.filter((key, value) -> true) == empty).isTrue();
    assertThat(empty.intersection(version) == empty).isTrue();
    assertThat(empty.difference(version) == empty).isTrue();
  }

  /** Lookups and single-key updates that change nothing take no heap. */
  @Test
  default void anUpdateThatChangesNothingAllocatesNothing() {
    PersistentHamt<Object, Object> version = identified();
    ChosenKey present = KeyFamilies.mixed().get(40);
    ChosenKey equal = key(present.number(), present.code());
    ChosenKey absent = key(9_999, present.code());
    ChosenKey colliding = key(9_999, 42);
    Object value = version.get(present);
    UnaryOperator<Object> same = old -> old;
    PersistentHamt<Object, Object> empty = emptyVersion();
    Map<String, Runnable> actions = new LinkedHashMap<>();
    actions.put("get", () -> version.get(equal));
    actions.put("containsKey", () -> version.containsKey(absent));
    actions.put("put", () -> version.put(equal, value));
    actions.put("update", () -> version.update(equal, same));
    actions.put("remove", () -> version.remove(absent));
    actions.put("remove colliding", () -> version.remove(colliding));
    actions.put("union with itself", () -> version.union(version));
    actions.put("intersection with itself", () -> version.intersection(version));
    actions.put("union with nothing", () -> version.union(empty));
    Map<String, Double> bytes = new LinkedHashMap<>();
    actions.forEach((name, action) -> bytes.put(name, AllocationCount.bytesOf(action, 0.5)));
    assertThat(bytes).as("bytes").allSatisfy((name, each) -> assertThat(each).isLessThan(1));
  }

  /** An equal key replaces the value, never the key. */
  @Test
  default void theKeyThatStoodInTheReceiverStays() {
    List<ChosenKey> own = KeyFamilies.mixed();
    PersistentHamt<ChosenKey, Object> version = emptyVersion();
    for (ChosenKey key : own) {
      version = version.put(key, "own");
    }
    Map<ChosenKey, Object> others = new LinkedHashMap<>();
    KeyFamilies.mixed().forEach(key -> others.put(key, "other"));
    PersistentHamt<ChosenKey, Object> replaced = version;
    for (ChosenKey other : others.keySet()) {
      replaced = replaced.put(other, "other");
      replaced = replaced.update(key(other.number(), other.code()), old -> old + "!");
    }
    assertInstances(replaced, own, "other!");
    assertInstances(version.putAll(others), own, "other");
    var map = version.asTransient();
    map.putAll(others);
    map.compute(key(3, own.get(3).code()), (key, old) -> old);
    assertInstances(map.persistent(), own, "other");
    assertInstances(version, own, "own");
  }

  private static void assertInstances(
      PersistentHamt<ChosenKey, Object> version, List<ChosenKey> keys, Object value) {
    List<ChosenKey> seen = new ArrayList<>();
    version.forEach((key, held) -> {
      assertThat(key).isSameAs(keys.get(key.number()));
      assertThat(held).isEqualTo(value);
      seen.add(key);
    });
    assertThat(seen).hasSameSizeAs(keys);
  }

  private PersistentHamt<Object, Object> identified() {
    PersistentHamt<Object, Object> version = emptyVersion();
    for (ChosenKey key : KeyFamilies.mixed()) {
      version = version.put(key, key.number() % 9 == 0 ? null : "v" + key.number());
    }
    return version.put(null, null);
  }
}
