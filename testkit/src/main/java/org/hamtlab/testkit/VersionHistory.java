package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.hamtlab.map.Difference;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;

/**
 * Plays steps of a random history on a tree of versions, each with a {@link HashMap} as its model
 * and a snapshot. A step is fixed by the seed, its own number and the number of versions there are.
 */
final class VersionHistory implements HistoryRun.History {
  private final Supplier<PersistentHamt<Object, Object>> empties;
  private final long seed;
  private final List<Version> versions = new ArrayList<>();
  private final List<String> played = new ArrayList<>();
  private SplittableRandom random = new SplittableRandom(0);

  /** A version, what it must hold, and what it held when it came about. */
  private record Version(
      PersistentHamt<Object, Object> version,
      Map<Object, Object> model,
      VersionSnapshot snapshot) {}

  /**
   * Prepares a history.
   *
   * @param empties creates empty versions
   * @param seed fixes every step
   */
  VersionHistory(Supplier<PersistentHamt<Object, Object>> empties, long seed) {
    this.empties = empties;
    this.seed = seed;
  }

  @Override
  public List<String> played() {
    return played;
  }

  @Override
  public void play(int[] steps) {
    keep(empties.get(), new HashMap<>());
    for (int step : steps) {
      random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
      step(step);
    }
    played.add("(at the end, compare all versions)");
    TrieInvariants invariants = TrieInvariants.of(versions.getFirst().version);
    for (int number = 0; number < versions.size(); number++) {
      check(number, invariants);
    }
  }

  private void check(int number, TrieInvariants invariants) {
    Version each = versions.get(number);
    String subject = "version " + number;
    same(subject, each.model, each.version.asMap());
    same(subject + ", hash code", each.model.hashCode(), each.version.asMap().hashCode());
    each.model.forEach((key, value) -> same(subject + ", get", value, each.version.get(key)));
    each.snapshot.check();
    invariants.check(each.version);
    if (invariants.paths().restores()) {
      PersistentHamt<Object, Object> fresh = empties.get();
      for (Map.Entry<Object, Object> entry : each.model.entrySet()) {
        fresh = fresh.put(entry.getKey(), entry.getValue());
      }
      same(subject + ", trie", TrieOutline.of(fresh), TrieOutline.of(each.version));
      same(subject + ", equality", true, fresh.equals(each.version));
    }
  }

  private void step(int step) {
    int from = pick();
    int other = pick();
    Version base = versions.get(from);
    Version second = versions.get(other);
    Map<Object, Object> model = new HashMap<>(base.model);
    String subject = versions.size() + " = " + from;
    switch (random.nextInt(24)) {
      case 0, 1, 2, 3, 4, 5 -> put(subject, base, model, step);
      case 6, 7, 8 -> remove(subject, base, model);
      case 9 -> update(subject, base, model, step);
      case 10 -> putAll(subject, base, model, step);
      case 11 -> removeAll(subject, base, model);
      case 12 -> filter(subject, base, model);
      case 13 -> mapValues(subject, base, model, step);
      case 14 -> union(subject, from, other, model);
      case 15 -> {
        played.add(subject + " intersection " + other);
        model.keySet().retainAll(second.model.keySet());
        keep(base.version.intersection(second.version), model);
      }
      case 16 -> {
        played.add(subject + " difference " + other);
        model.keySet().removeAll(second.model.keySet());
        keep(base.version.difference(second.version), model);
      }
      case 17, 18, 19 -> {
        played.add(subject + " edited");
        keep(edited(base.version, model), model);
      }
      case 20 -> unionOfEdits(subject, from, other, model);
      case 21 -> apart(base);
      case 22 -> diff(from, other);
      default -> nothing(from, other);
    }
  }

  /** Mostly one of the newest, sometimes any. */
  private int pick() {
    int size = versions.size();
    return random.nextInt(4) == 0
        ? random.nextInt(size)
        : size - 1 - random.nextInt(Math.min(size, 4));
  }

  private void keep(PersistentHamt<Object, Object> version, Map<Object, Object> model) {
    same("size", model.size(), version.size());
    versions.add(new Version(version, model, VersionSnapshot.of(version)));
  }

  private void put(String subject, Version base, Map<Object, Object> model, int step) {
    Object key = KeyFamilies.random(random);
    Integer value = random.nextInt(6) == 0 ? null : Integer.valueOf(step);
    played.add(subject + " put " + key + ", " + value);
    model.put(key, value);
    keep(base.version.put(key, value), model);
  }

  private void remove(String subject, Version base, Map<Object, Object> model) {
    Object key = present(model);
    played.add(subject + " remove " + key);
    model.remove(key);
    keep(base.version.remove(key), model);
  }

  private void update(String subject, Version base, Map<Object, Object> model, int step) {
    Object key = random.nextBoolean() ? present(model) : KeyFamilies.random(random);
    played.add(subject + " update " + key);
    model.put(key, updated(model.get(key), step));
    keep(base.version.update(key, old -> updated(old, step)), model);
  }

  private static Object updated(Object old, int step) {
    return step % 3 == 0 ? old : Objects.hash(old, step);
  }

  private void putAll(String subject, Version base, Map<Object, Object> model, int step) {
    Map<Object, Object> more = new HashMap<>();
    for (int count = random.nextInt(60); count > 0; count--) {
      more.put(KeyFamilies.random(random), step);
    }
    played.add(subject + " putAll of " + more.size());
    model.putAll(more);
    keep(base.version.putAll(more), model);
  }

  private void removeAll(String subject, Version base, Map<Object, Object> model) {
    List<Object> keys = new ArrayList<>();
    for (int count = random.nextInt(20); count > 0; count--) {
      keys.add(random.nextBoolean() ? present(model) : KeyFamilies.random(random));
    }
    played.add(subject + " removeAll " + keys);
    keys.forEach(model::remove);
    keep(base.version.removeAll(keys), model);
  }

  private void filter(String subject, Version base, Map<Object, Object> model) {
    int modulus = random.nextInt(1, 6);
    played.add(subject + " filter by " + modulus);
    model.keySet().removeIf(key -> Objects.hash(key) % modulus == 1);
    keep(base.version.filter((key, value) -> Objects.hash(key) % modulus != 1), model);
  }

  private void mapValues(String subject, Version base, Map<Object, Object> model, int step) {
    played.add(subject + " mapValues");
    model.replaceAll((key, value) -> Objects.hash(key, value, step));
    keep(base.version.mapValues((key, value) -> Objects.hash(key, value, step)), model);
  }

  private void union(String subject, int from, int other, Map<Object, Object> model) {
    boolean isMerging = random.nextBoolean();
    played.add(subject + " union " + other + (isMerging ? ", merging" : ""));
    // Idempotent, because entries of shared subtrees are taken as they are.
    BinaryOperator<Object> merge =
        (own, others) ->
            !isMerging || Objects.equals(own, others) ? others : Objects.hash(own, others);
    PersistentHamt<Object, Object> second = versions.get(other).version;
    versions
        .get(other)
        .model
        .forEach((key, value) ->
            model.put(key, model.containsKey(key) ? merge.apply(model.get(key), value) : value));
    PersistentHamt<Object, Object> base = versions.get(from).version;
    keep(isMerging ? base.union(second, merge) : base.union(second), model);
  }

  private void unionOfEdits(String subject, int from, int other, Map<Object, Object> model) {
    played.add(subject + " edited, union " + other + " edited, edited");
    Map<Object, Object> secondModel = new HashMap<>(versions.get(other).model);
    PersistentHamt<Object, Object> first = edited(versions.get(from).version, model);
    PersistentHamt<Object, Object> second = edited(versions.get(other).version, secondModel);
    keep(first, new HashMap<>(model));
    keep(second, secondModel);
    PersistentHamt<Object, Object> united = first.union(second);
    model.putAll(secondModel);
    keep(united, new HashMap<>(model));
    keep(edited(united, model), model);
  }

  /** A version of a family of its own with some of the entries. */
  private void apart(Version base) {
    played.add(versions.size() + " = a part of another, built apart");
    Map<Object, Object> model = new HashMap<>(base.model);
    model.keySet().removeIf(key -> Objects.hash(key) % 2 == 0);
    keep(empties.get().putAll(model), model);
  }

  private void diff(int from, int other) {
    played.add("diff " + from + " to " + other);
    Version earlier = versions.get(from);
    Version later = versions.get(other);
    Difference<Object, Object> diff = later.version.diff(earlier.version);
    Map<Object, Object> rebuilt = new HashMap<>(earlier.model);
    same("removed", true, rebuilt.entrySet().containsAll(diff.removed().entrySet()));
    rebuilt.keySet().removeAll(diff.removed().keySet());
    diff.added().forEach((key, value) -> same("added twice", null, rebuilt.put(key, value)));
    diff.changed()
        .forEach((key, change) -> {
          same("before", change.before(), rebuilt.put(key, change.after()));
          same("change of " + key, false, Objects.equals(change.before(), change.after()));
        });
    same("earlier version with the differences", later.model, rebuilt);
    same("no difference", later.model.equals(earlier.model), diff.isEmpty());
  }

  private void nothing(int from, int other) {
    played.add("changes of " + from + " and " + other + " that change nothing");
    PersistentHamt<Object, Object> version = versions.get(from).version;
    Map<Object, Object> model = versions.get(from).model;
    Object key = present(model);
    if (model.containsKey(key)) {
      same("put", true, version.put(key, version.get(key)) == version);
      same("update", true, version.update(key, old -> old) == version);
    }
    same("remove", true, version.remove("no such key") == version);
    same("union", true, version.union(version) == version);
    same("intersection", true, version.intersection(version) == version);
    same("difference", true, version.difference(version).isEmpty());
    boolean equal = model.equals(versions.get(other).model);
    same("equals", equal, version.equals(versions.get(other).version));
  }

  /** Edits a transient of a version, and its model alike. */
  private PersistentHamt<Object, Object> edited(
      PersistentHamt<Object, Object> version, Map<Object, Object> model) {
    Hamt<Object, Object> map = version.asTransient();
    int edits = random.nextInt(40);
    for (int edit = 0; edit < edits; edit++) {
      Object key = random.nextBoolean() ? present(model) : KeyFamilies.random(random);
      int value = edit;
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3, 4 -> same("put", model.put(key, value), map.put(key, value));
        case 5, 6, 7 -> same("remove", model.remove(key), map.remove(key));
        case 8 ->
            same(
                "merge",
                model.merge(key, value, (old, fresh) -> fresh),
                map.merge(key, value, (old, fresh) -> fresh));
        case 9 -> removeByIterator(map, model);
        case 10 -> {
          if (random.nextInt(20) == 0) {
            map.clear();
            model.clear();
          }
        }
        default -> same("get", model.get(key), map.get(key));
      }
      same("size", model.size(), map.size());
    }
    return map.persistent();
  }

  private void removeByIterator(Map<Object, Object> map, Map<Object, Object> model) {
    int modulus = random.nextInt(2, 9);
    for (Iterator<Object> keys = map.keySet().iterator(); keys.hasNext(); ) {
      Object key = keys.next();
      if (Objects.hash(key) % modulus == 1) {
        keys.remove();
        same("key of the iterator", true, model.containsKey(key));
        model.remove(key);
      }
    }
  }

  /** Some key of a map; one that is not there if it is empty. */
  private Object present(Map<Object, Object> model) {
    if (model.isEmpty()) {
      return "absent";
    }
    Iterator<Object> keys = model.keySet().iterator();
    Object key = keys.next();
    for (int passed = random.nextInt(model.size()); passed > 0; passed--) {
      key = keys.next();
    }
    return key;
  }

  private static void same(String subject, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(subject + ": " + actual + " (expected " + expected + ")");
    }
  }
}
