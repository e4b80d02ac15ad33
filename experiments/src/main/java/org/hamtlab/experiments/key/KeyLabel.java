package org.hamtlab.experiments.key;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * Proves that keys are what their phrase says: type, number, distinct keys, distinct hash codes,
 * order, frequencies. A label that is not so would make every result wrong. Keys are judged by what
 * the phrase says alone, not by the way in which they were made.
 */
final class KeyLabel {
  private final KeySpec spec;
  private final List<Object> keys;

  private KeyLabel(KeySpec spec, List<Object> keys) {
    this.spec = spec;
    this.keys = keys;
  }

  /**
   * Proves keys.
   *
   * @throws IllegalStateException if they are not what the phrase says
   */
  static void require(KeySpec spec, List<Object> keys) {
    new KeyLabel(spec, keys).require();
  }

  private void require() {
    require(spec.count() == 0 || keys.size() == spec.count(), "so many keys");
    require(!keys.isEmpty(), "at least one key");
    switch (spec.kind()) {
      case SEQUENTIAL -> requireSequence(index -> index);
      case STRIDED -> requireSequence(index -> index * spec.argument(1));
      case SHUFFLED -> requirePermutation();
      case RANDOM -> requireRandom();
      case ZIPF -> requirePopularity();
      case UUID -> requireUuids();
      case COLLIDING -> requireCollisions();
      case WORDS, CLASSES -> requireNames();
      case FILE -> requireType(String.class);
    }
    if (spec.kind() != KeyKind.ZIPF && spec.kind() != KeyKind.FILE) {
      require(new HashSet<>(keys).size() == keys.size(), "distinct keys");
    }
  }

  private void requireSequence(LongUnaryOperator expected) {
    for (int index = 0; index < keys.size(); index++) {
      require(
          keys.get(index) instanceof Long key && key == expected.applyAsLong(index),
          "the numbers of the sequence in its order");
    }
  }

  private void requirePermutation() {
    requireRanks();
    requireShuffled(Comparator.comparingLong(Long.class::cast));
  }

  private void requireRanks() {
    requireType(Long.class);
    require(
        keys.stream().allMatch(key -> (long) key >= 0 && (long) key < keys.size()),
        "numbers from 0 below " + keys.size());
  }

  private void requireRandom() {
    requireType(Long.class);
    requireUniform(key -> (long) key >>> Long.SIZE - Byte.SIZE);
    requireUniform(key -> (long) key & 0xFF);
    requireShuffled(Comparator.comparingLong(Long.class::cast));
  }

  /** A byte of each key has every value as often as any other. */
  private void requireUniform(ToLongFunction<Object> byteOf) {
    int[] counts = new int[1 << Byte.SIZE];
    keys.forEach(key -> counts[(int) byteOf.applyAsLong(key)]++);
    for (int count : counts) {
      require(Chance.allows(count, keys.size(), 1.0 / counts.length), "uniform bits");
    }
  }

  /** Ranks by octaves: the first, the second, the next two, the next four, … */
  private void requirePopularity() {
    requireRanks();
    int[] counts = new int[Integer.SIZE];
    keys.forEach(key -> counts[octave((long) key)]++);
    double[] shares = new double[Integer.SIZE];
    double sum = 0;
    for (int rank = 0; rank < keys.size(); rank++) {
      double share = Math.pow(rank + 1.0, -spec.exponent());
      shares[octave(rank)] += share;
      sum += share;
    }
    for (int octave = 0; octave < counts.length; octave++) {
      require(
          Chance.allows(counts[octave], keys.size(), shares[octave] / sum),
          "ranks as often as the exponent says");
    }
    requireShuffled(Comparator.comparingLong(Long.class::cast));
  }

  private static int octave(long rank) {
    return Long.SIZE - Long.numberOfLeadingZeros(rank);
  }

  private void requireUuids() {
    requireType(UUID.class);
    require(
        keys.stream().map(UUID.class::cast).allMatch(id -> id.version() == 4 && id.variant() == 2),
        "version 4 and variant 2");
    requireUniform(key -> ((UUID) key).getMostSignificantBits() >>> Long.SIZE - Byte.SIZE);
    requireUniform(key -> ((UUID) key).getLeastSignificantBits() & 0xFF);
    requireShuffled(Comparator.comparing(UUID.class::cast));
  }

  private void requireCollisions() {
    int bits = (int) spec.argument(1);
    long mask = (1L << bits) - 1;
    require(
        keys.stream().mapToLong(key -> key.hashCode() & mask).distinct().count() == 1,
        "hash codes equal in their low bits");
    long codes = keys.stream().mapToInt(Object::hashCode).distinct().count();
    require(
        codes == Math.min(keys.size(), 1L << Integer.SIZE - bits),
        "hash codes that differ above, as far as there are bits");
  }

  private void requireNames() {
    requireType(String.class);
    Comparator<Object> order = Comparator.comparing(String.class::cast);
    if (spec.seed() != 1) {
      requireShuffled(order);
      return;
    }
    for (int index = 1; index < keys.size(); index++) {
      require(order.compare(keys.get(index - 1), keys.get(index)) < 0, "ascending names");
    }
  }

  private void requireType(Class<?> type) {
    require(keys.stream().allMatch(type::isInstance), "keys of type " + type.getSimpleName());
  }

  private void requireShuffled(Comparator<Object> order) {
    require(Chance.isShuffled(keys, order), "a random order");
  }

  private void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalStateException(
          "keys: '" + spec + "' are not what they say (expected " + expected + ").");
    }
  }
}
