package org.hamtlab.experiments.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.PathCompressionProvider;

/**
 * Whether a composition gives equal content equal structure, shown on one set of keys: put in
 * order, put in another order, and put among other keys that are removed again, with some keys
 * removed and put back meanwhile.
 *
 * @param answer what was found
 * @param digest digest of the structure, empty if it was not asked
 * @param detail which history left another structure, or why there is no answer
 */
public record CanonicalForm(Answer answer, String digest, String detail) {
  private static final long SEED = 1;

  /** Further maps that are filled. */
  static final int MAPS = 2;

  /** Every fourth key is accompanied by one that passes. */
  private static final int KEYS_PER_PASSING = 4;

  /** What was found. */
  public enum Answer {
    /** Every history left the identical structure. */
    YES("yes"),
    /** Declared, and violated. */
    NO("no"),
    /** The compression does not restore the shape after a removal. */
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

  /** Whether the compression of a treatment declares that removal restores the shape. */
  static boolean isDeclared(Registry registry, Treatment treatment) {
    PathCompressionProvider provider =
        (PathCompressionProvider)
            registry.provider(Axis.COMPRESSION, treatment.compression().id().orElseThrow());
    return provider.create(treatment.compression().settings()).restores();
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
    String digest = StructureDigest.of(first, numbers);
    List<Object> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(SEED));
    try {
      for (History history : List.<History>of(CanonicalForm::putAll, CanonicalForm::putAmong)) {
        try (Hamt<Object, Object> other = Composition.of(registry, treatment).newMap()) {
          String played = history.play(other, shuffled);
          if (!StructureDigest.of(other, numbers).equals(digest)) {
            return new CanonicalForm(Answer.NO, digest, difference(played, first, other));
          }
          step.run();
        }
      }
    } catch (AllocationException exhausted) {
      return new CanonicalForm(Answer.UNKNOWN, digest, exhausted.getMessage());
    }
    return new CanonicalForm(Answer.YES, digest, "");
  }

  private interface History {
    /** Plays the history and returns its name. */
    String play(Hamt<Object, Object> map, List<Object> shuffled);
  }

  private static String putAll(Hamt<Object, Object> map, List<Object> shuffled) {
    shuffled.forEach(key -> map.put(key, key));
    return "put in another order";
  }

  private static String putAmong(Hamt<Object, Object> map, List<Object> shuffled) {
    Random random = new Random(SEED);
    List<Object> passing = new ArrayList<>();
    for (int index = 0; index < shuffled.size(); index++) {
      Object key = shuffled.get(index);
      map.put(key, key);
      if (index % KEYS_PER_PASSING == 0) {
        Object other = passing(key, index / KEYS_PER_PASSING, random);
        map.put(other, other);
        passing.add(other);
      }
    }
    List<Object> returning = shuffled.subList(0, shuffled.size() / KEYS_PER_PASSING);
    returning.forEach(map::remove);
    returning.forEach(key -> map.put(key, key));
    Collections.shuffle(passing, random);
    passing.forEach(map::remove);
    return "put among other keys that were removed again";
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

  private static String difference(String played, Hamt<?, ?> first, Hamt<?, ?> other) {
    return played + ": " + text(other.shape()) + " instead of " + text(first.shape());
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
