package org.hamtlab.experiments.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.StrategyProvider;

/**
 * Whether a composition gives equal content equal structure, shown on one set of keys: put in
 * order; put in another order; put among other keys that are removed again, with some keys removed
 * and put back meanwhile; put into persistent versions; and united from two versions that overlap.
 *
 * @param answer what was found
 * @param digest digest of the structure, empty if it was not asked
 * @param detail which history left another structure, or why there is no answer
 */
public record CanonicalForm(Answer answer, String digest, String detail) {
  private static final long SEED = 1;

  /** Further maps that are filled. */
  static final int MAPS = 4;

  private static final List<History> HISTORIES =
      List.of(
          CanonicalForm::inAnotherOrder,
          CanonicalForm::amongOthers,
          CanonicalForm::inVersions,
          CanonicalForm::united);

  /** So many keys make a persistent version each; more of them would be more of the same. */
  private static final int VERSIONS = 10_000;

  /** Every fourth key is accompanied by one that passes. */
  private static final int KEYS_PER_PASSING = 4;

  /** What was found. */
  public enum Answer {
    /** Every history left the identical structure. */
    YES("yes"),
    /** Declared, and violated. */
    NO("no"),
    /** The compression does not restore the shape after a removal, or nodes have a history. */
    NOT_DECLARED("not declared"),
    /** A history could not be played. */
    UNKNOWN("unknown");

    private final String key;

    Answer(String key) {
      this.key = key;
    }

    /** The word in reports. */
    public String key() {
      return key;
    }
  }

  /**
   * Whether the strategies of a treatment declare that structure depends on content alone: the
   * compression restores the shape after removals, and the form of a node has no history.
   */
  static boolean isDeclared(Registry registry, Treatment treatment) {
    PathCompressionProvider compression =
        (PathCompressionProvider) provider(registry, treatment, Axis.COMPRESSION);
    return compression.create(treatment.compression().settings()).restores()
        && !registry.offers(treatment, Axis.LAYOUT, Trait.NODES_WITH_A_HISTORY);
  }

  private static StrategyProvider provider(Registry registry, Treatment treatment, Axis axis) {
    return registry.provider(axis, treatment.on(axis).id().orElseThrow());
  }

  /**
   * Plays the histories.
   *
   * @param first the map that was filled in the order of the keys
   * @param keys the keys in order, repeats included
   * @param numbers a number for each distinct key
   * @param step told of every map that is filled
   */
  static CanonicalForm of(
      Registry registry,
      Treatment treatment,
      Hamt<Object, Object> first,
      List<Object> keys,
      Map<Object, Integer> numbers,
      Runnable step) {
    if (!isDeclared(registry, treatment)) {
      return new CanonicalForm(Answer.NOT_DECLARED, "", "");
    }
    if (registry.offers(treatment, Axis.HASH, Trait.KEYED)) {
      return new CanonicalForm(
          Answer.UNKNOWN, "", "each map has a secret, so none looks like another");
    }
    String digest = StructureDigest.of(first::visit, numbers);
    List<Object> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(SEED));
    Composition composition = Composition.of(registry, treatment);
    try {
      for (History history : HISTORIES) {
        Structure other = history.play(composition, shuffled, numbers);
        if (!other.digest.equals(digest)) {
          return new CanonicalForm(Answer.NO, digest, difference(first.shape(), other));
        }
        step.run();
      }
    } catch (AllocationException exhausted) {
      return new CanonicalForm(Answer.UNKNOWN, digest, exhausted.getMessage());
    }
    return new CanonicalForm(Answer.YES, digest, "");
  }

  /** What a history left, and its name. */
  private record Structure(String history, String digest, Shape shape) {}

  private interface History {
    Structure play(Composition composition, List<Object> keys, Map<Object, Integer> numbers);
  }

  private static Structure inAnotherOrder(
      Composition composition, List<Object> keys, Map<Object, Integer> numbers) {
    try (Hamt<Object, Object> map = composition.newMap()) {
      keys.forEach(key -> map.put(key, key));
      String digest = StructureDigest.of(map::visit, numbers);
      return new Structure("put in another order", digest, map.shape());
    }
  }

  private static Structure amongOthers(
      Composition composition, List<Object> keys, Map<Object, Integer> numbers) {
    Random random = new Random(SEED);
    List<Object> passing = new ArrayList<>();
    try (Hamt<Object, Object> map = composition.newMap()) {
      for (int index = 0; index < keys.size(); index++) {
        Object key = keys.get(index);
        map.put(key, key);
        if (index % KEYS_PER_PASSING == 0) {
          Object other = passing(key, index / KEYS_PER_PASSING, random);
          map.put(other, other);
          passing.add(other);
        }
      }
      List<Object> returning = keys.subList(0, keys.size() / KEYS_PER_PASSING);
      returning.forEach(map::remove);
      returning.forEach(key -> map.put(key, key));
      Collections.shuffle(passing, random);
      passing.forEach(map::remove);
      String digest = StructureDigest.of(map::visit, numbers);
      return new Structure("put among keys that were removed again", digest, map.shape());
    }
  }

  /** A transient takes most keys; the last ones, and those that pass, make a version each. */
  private static Structure inVersions(
      Composition composition, List<Object> keys, Map<Object, Integer> numbers) {
    Random random = new Random(SEED);
    int bulk = Math.max(0, keys.size() - VERSIONS);
    List<Object> passing = new ArrayList<>();
    try (PersistentHamt<Object, Object> base = composition.newPersistentMap()) {
      PersistentHamt<Object, Object> version = filled(base, keys.subList(0, bulk));
      for (int index = bulk; index < keys.size(); index++) {
        Object key = keys.get(index);
        version = version.put(key, key);
        if (index % KEYS_PER_PASSING == 0) {
          Object other = passing(key, index / KEYS_PER_PASSING, random);
          version = version.put(other, other);
          passing.add(other);
        }
      }
      for (Object other : passing) {
        version = version.remove(other);
      }
      String digest = StructureDigest.of(version::visit, numbers);
      return new Structure("put into persistent versions", digest, version.shape());
    }
  }

  /** Two versions that overlap in a third of the keys, united, less keys that pass. */
  private static Structure united(
      Composition composition, List<Object> keys, Map<Object, Integer> numbers) {
    Random random = new Random(SEED);
    int third = keys.size() / 3;
    List<Object> others = new ArrayList<>();
    for (int index = 0; index < third; index += KEYS_PER_PASSING) {
      others.add(passing(keys.get(index), index, random));
    }
    try (PersistentHamt<Object, Object> base = composition.newPersistentMap()) {
      PersistentHamt<Object, Object> passing = filled(base, others);
      PersistentHamt<Object, Object> united =
          filled(passing, keys.subList(0, keys.size() - third))
              .union(filled(base, keys.subList(third, keys.size())))
              .difference(passing);
      String digest = StructureDigest.of(united::visit, numbers);
      return new Structure("united from two versions", digest, united.shape());
    }
  }

  private static PersistentHamt<Object, Object> filled(
      PersistentHamt<Object, Object> version, List<Object> keys) {
    Hamt<Object, Object> open = version.asTransient();
    keys.forEach(key -> open.put(key, key));
    return open.persistent();
  }

  /** A key with the hash code of another one, with one that differs in a bit, or with any. */
  private static Object passing(Object key, int number, Random random) {
    int code = key == null ? 0 : key.hashCode();
    return new PassingKey(
        switch (number % 4) {
          case 0 -> code;
          case 1, 2 -> code ^ 1 << random.nextInt(Integer.SIZE);
          default -> random.nextInt();
        },
        number);
  }

  private static String difference(Shape first, Structure other) {
    return other.history + ": " + text(other.shape) + " instead of " + text(first);
  }

  private static String text(Shape shape) {
    return shape.internalNodes()
        + " branches with "
        + shape.childPointers()
        + " slots, "
        + shape.skippedLevels()
        + " levels skipped";
  }
}
