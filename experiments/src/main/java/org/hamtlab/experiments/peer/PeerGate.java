package org.hamtlab.experiments.peer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.PeerOperation;

/**
 * Runs operations once on all keys of a workload and compares the outcomes with HashMap's.
 *
 * @param <M> the library's map
 */
public final class PeerGate<M> {
  /** From here on a version halfway is not compared, since it takes seconds. */
  private static final int LARGE = 500_000;

  private final PeerMap<M> peer;
  private final PeerWorkload workload;
  private final M base;
  private Map<Object, Object> expected;

  /** A gate for one side. */
  public PeerGate(PeerMap<M> peer, PeerWorkload workload) {
    this.peer = peer;
    this.workload = workload;
    this.base = peer.bulk(workload.source());
  }

  /**
   * Checks one operation.
   *
   * @throws IllegalStateException if an answer differs from HashMap's, naming it
   */
  public void check(PeerOperation operation) {
    expected = new HashMap<>(workload.source());
    switch (operation) {
      case HIT -> hit();
      case MISS -> miss();
      case PUT -> put();
      case REMOVE -> remove();
      case UPDATE -> update();
      case BULK, ITERATE -> requireEqual("the map built at once", base, expected);
      case UNION -> union();
      case EQUALITY -> equality();
    }
    requireEqual("the map that the operation began with", base, workload.source());
  }

  private void hit() {
    int found = 0;
    for (Object key : workload.hits()) {
      requireValue(key, expected.get(key), peer.get(base, key));
      found++;
    }
    require(found == workload.size(), "as many hits as keys", found);
  }

  private void miss() {
    for (Object key : workload.misses()) {
      requireValue(key, null, peer.get(base, key));
    }
  }

  private void put() {
    Object[] absent = workload.absent();
    Object[] values = workload.values();
    M newest = base;
    for (int i = 0; i < absent.length; i++) {
      newest = peer.put(newest, absent[i], values[i]);
      expected.put(absent[i], values[i]);
      requireHalfway(i, newest);
    }
    requireEqual("the map with all keys put", newest, expected);
  }

  private void remove() {
    Object[] keys = workload.hits();
    M newest = base;
    for (int i = 0; i < keys.length; i++) {
      newest = peer.remove(newest, keys[i]);
      expected.remove(keys[i]);
      requireHalfway(i, newest);
    }
    requireEqual("the map with all keys removed", newest, Map.of());
  }

  private void update() {
    Object[] keys = workload.hits();
    Object[] values = workload.values();
    M newest = base;
    for (int i = 0; i < keys.length; i++) {
      newest = peer.put(newest, keys[i], values[i]);
      expected.put(keys[i], values[i]);
      requireHalfway(i, newest);
    }
    requireEqual("the map with all values replaced", newest, expected);
  }

  private void union() {
    M other = peer.bulk(workload.other());
    expected.putAll(workload.other());
    requireEqual("the union", peer.union(base, other), expected);
    requireEqual("the right operand of a union", other, workload.other());
  }

  private void equality() {
    M twin = peer.bulk(workload.twin());
    require(peer.areEqual(base, twin) && peer.areEqual(twin, base), "equal maps are equal", false);
    Map<Object, Object> changed = new HashMap<>(workload.twin());
    Object key = workload.hits()[0];
    changed.put(key, workload.values()[0]);
    require(!peer.areEqual(base, peer.bulk(changed)), "another value makes a difference", true);
    changed.remove(key);
    require(!peer.areEqual(base, peer.bulk(changed)), "a key fewer makes a difference", true);
    changed.put(workload.absent()[0], expected.get(key));
    require(!peer.areEqual(base, peer.bulk(changed)), "another key makes a difference", true);
  }

  private void requireHalfway(int step, M newest) {
    if (step == workload.size() / 2 && workload.size() < LARGE) {
      requireEqual("a version halfway", newest, expected);
    }
  }

  /** Entries are counted and their hash codes added, so that none can stand for another. */
  private void requireEqual(String what, M map, Map<Object, Object> content) {
    int[] seen = {0, 0};
    peer.iterate(
        map,
        (key, value) -> {
          requireValue(key, content.get(key), value);
          seen[0]++;
          seen[1] += key.hashCode();
        });
    int hashes = content.keySet().stream().mapToInt(Object::hashCode).sum();
    require(seen[0] == content.size(), what + " shows every entry once", seen[0]);
    require(seen[1] == hashes, what + " has HashMap's keys", "others");
    require(peer.size(map) == content.size(), what + " knows its size", peer.size(map));
    content.forEach((key, value) -> requireValue(key, value, peer.get(map, key)));
  }

  private void requireValue(Object key, Object value, Object answer) {
    if (!Objects.equals(value, answer)) {
      throw new IllegalStateException(
          "value of " + key + ": " + answer + " (HashMap: " + value + ")");
    }
  }

  private static void require(boolean holds, String what, Object found) {
    if (!holds) {
      throw new IllegalStateException("not so: " + what + ": " + found);
    }
  }
}
