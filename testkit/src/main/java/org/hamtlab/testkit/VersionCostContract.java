package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.Sharing;
import org.hamtlab.testkit.CountingKey.Calls;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: what operations cost, in calls of {@code hashCode} and {@code
 * equals} and in slots, where the mixer separates the keys. Tests of others are skipped.
 */
public interface VersionCostContract extends VersionSubject {
  /** Entries of the versions that are measured. */
  int ENTRIES = 2_000;

  /** A lookup hashes once and compares with the key that it finds, if any. */
  @Test
  default void aLookupHashesOnceAndComparesOnce() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> version = counted(calls);
    for (int number = 0; number < 200; number++) {
      calls.reset();
      assertThat(version.get(key(number, calls))).isEqualTo(number);
      assertThat(version.containsKey(key(number, calls))).isTrue();
      assertThat(calls.hashes()).as("hashes of two hits").isEqualTo(2);
      assertThat(calls.equals()).as("comparisons of two hits").isLessThanOrEqualTo(2);
      calls.reset();
      assertThat(version.get(key(number + 100_000, calls))).isNull();
      assertThat(calls.hashes()).as("hashes of a miss").isLessThanOrEqualTo(2);
      assertThat(calls.equals()).as("comparisons of a miss").isLessThanOrEqualTo(1);
    }
  }

  /**
   * An update hashes its key once, and another one where that must be pushed down. It compares at
   * most twice: to see whether anything changes, and to change it.
   */
  @Test
  default void anUpdateHashesAndComparesItsKeyAlone() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> version = counted(calls);
    for (int number = 0; number < 200; number++) {
      calls.reset();
      version.put(key(number, calls), -1);
      assertThat(calls.hashes()).as("hashes of a replacement").isLessThanOrEqualTo(2);
      assertThat(calls.equals()).as("comparisons of a replacement").isLessThanOrEqualTo(2);
      calls.reset();
      version.put(key(number + 100_000, calls), -1);
      assertThat(calls.hashes()).as("hashes of an insertion").isLessThanOrEqualTo(2);
      assertThat(calls.equals()).as("comparisons of an insertion").isLessThanOrEqualTo(2);
      calls.reset();
      version.remove(key(number, calls));
      assertThat(calls.hashes()).as("hashes of a removal").isLessThanOrEqualTo(2);
      assertThat(calls.equals()).as("comparisons of a removal").isLessThanOrEqualTo(2);
    }
  }

  /** Iteration neither hashes nor compares. */
  @Test
  default void iterationNeitherHashesNorCompares() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> version = counted(calls);
    calls.reset();
    long[] sum = {0};
    version.forEach((key, value) -> sum[0] += value);
    version.iterator().forEachRemaining(entry -> sum[0] += entry.getValue());
    sum[0] += version.stream().mapToLong(Map.Entry::getValue).sum();
    version.filter((key, value) -> value % 2 == 0).mapValues((key, value) -> value + 1);
    assertThat(sum[0]).isEqualTo(3L * ENTRIES * (ENTRIES - 1) / 2);
    assertThat(calls.equals()).as("comparisons").isZero();
    assertThat(calls.hashes()).as("hashes").isLessThanOrEqualTo(ENTRIES);
  }

  /** Traversal takes no heap for its elements but the entries that it gives. */
  @Test
  default void traversalTakesLittleHeap() {
    PersistentHamt<CountingKey, Integer> version = counted(new Calls());
    long[] sum = {0};
    double constant = 2_000;
    Runnable traversal = () -> version.forEach((key, value) -> sum[0] += value);
    assertThat(AllocationCount.bytesOf(traversal, constant))
        .as("bytes of forEach")
        .isLessThanOrEqualTo(constant);
    double linear = constant + 40.0 * ENTRIES;
    Runnable iteration = () -> version.iterator().forEachRemaining(each -> sum[0]++);
    assertThat(AllocationCount.bytesOf(iteration, linear))
        .as("bytes of an iteration")
        .isLessThanOrEqualTo(linear);
  }

  /** Equal hash codes cost comparisons with their like, and with no one else. */
  @Test
  default void equalHashCodesCostNoMoreThanTheirNumber() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> version = counted(calls);
    int alike = 100;
    long generations = TrieInvariants.of(version).paths().generations();
    for (int number = 0; number < alike; number++) {
      calls.reset();
      version = version.put(new CountingKey(1_000_000 + number, 77, calls), number);
      assertThat(calls.equals())
          .as("comparisons of put %d", number)
          .isLessThanOrEqualTo(2L * alike);
      assertThat(calls.hashes())
          .as("hashes of put %d", number)
          .isLessThanOrEqualTo(2 * generations);
    }
    for (int number = 0; number < alike; number++) {
      calls.reset();
      CountingKey key = new CountingKey(1_000_000 + number, 77, calls);
      assertThat(version.get(key)).isEqualTo(number);
      assertThat(version.get(new CountingKey(-number - 1, 77, calls))).isNull();
      assertThat(version.remove(key).size()).isEqualTo(ENTRIES + alike - 1);
      assertThat(calls.equals()).as("comparisons").isLessThanOrEqualTo(4L * alike);
      assertThat(calls.hashes()).as("hashes").isLessThanOrEqualTo(4 * generations);
    }
  }

  /** Algebra of versions that share looks at what they do not share. */
  @Test
  default void algebraCostsWhatIsNotShared() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> base = counted(calls);
    for (int changes : new int[] {0, 1, 5, 40}) {
      PersistentHamt<CountingKey, Integer> left = base;
      PersistentHamt<CountingKey, Integer> right = base;
      for (int number = 0; number < changes; number++) {
        left = left.put(key(number + 100_000, calls), -1).put(key(7 * number, calls), -2);
        right = right.remove(key(13 * number, calls)).put(key(7 * number + 1, calls), -3);
      }
      long apart = left.sharing(right).ownSlots() + right.sharing(left).ownSlots();
      operations(right).forEach(bounded(calls, left, 2 * apart + 8));
      operations(left).forEach(bounded(calls, right, 2 * apart + 8));
    }
  }

  private static java.util.function.BiConsumer<
          String, Function<PersistentHamt<CountingKey, Integer>, Object>>
      bounded(Calls calls, PersistentHamt<CountingKey, Integer> version, long most) {
    return (name, operation) -> {
      calls.reset();
      assertThat(operation.apply(version)).isNotNull();
      assertThat(calls.hashes()).as("hashes of %s", name).isLessThanOrEqualTo(most);
      assertThat(calls.equals()).as("comparisons of %s", name).isLessThanOrEqualTo(most);
    };
  }

  private static Map<String, Function<PersistentHamt<CountingKey, Integer>, Object>> operations(
      PersistentHamt<CountingKey, Integer> other) {
    Map<String, Function<PersistentHamt<CountingKey, Integer>, Object>> operations =
        new LinkedHashMap<>();
    operations.put("union", version -> version.union(other));
    operations.put("union with merge", version -> version.union(other, Integer::sum));
    operations.put("intersection", version -> version.intersection(other));
    operations.put("difference", version -> version.difference(other));
    operations.put("equals", version -> version.equals(other));
    return operations;
  }

  /** The difference of versions that share is found by what they do not share. */
  @Test
  default void diffCostsWhatIsNotShared() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> base = counted(calls);
    PersistentHamt<CountingKey, Integer> later =
        base.put(key(100_000, calls), 1).remove(key(5, calls)).put(key(6, calls), -6);
    long apart = later.sharing(base).ownSlots() + base.sharing(later).ownSlots();
    calls.reset();
    var diff = later.diff(base);
    // The maps of the answer hash and compare as well, three entries in all.
    assertThat(calls.hashes()).isLessThanOrEqualTo(2 * apart + 16);
    assertThat(calls.equals()).isLessThanOrEqualTo(2 * apart + 16);
    assertThat(diff.added().values()).containsExactly(1);
    assertThat(diff.removed().values()).containsExactly(5);
    assertThat(diff.changed().keySet()).containsExactly(key(6, calls));
  }

  /** Algebra of unrelated versions stays linear. */
  @Test
  default void algebraOfUnrelatedVersionsStaysLinear() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> left = counted(calls);
    PersistentHamt<CountingKey, Integer> right = counted(calls);
    PersistentHamt<CountingKey, Integer> foreign = OtherComposition.than(left.phrase());
    foreign = foreign.putAll(left.asMap());
    for (PersistentHamt<CountingKey, Integer> other : List.of(right, foreign)) {
      operations(other).forEach(bounded(calls, left, 4L * ENTRIES + 8));
      operations(left).forEach(bounded(calls, other, 4L * ENTRIES + 8));
    }
  }

  /** Copying into another map in the order of iteration stays linear. */
  @Test
  default void copyingInTheOrderOfIterationStaysLinear() {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> version = counted(calls);
    calls.reset();
    PersistentHamt<CountingKey, Integer> empty = emptyVersion();
    PersistentHamt<CountingKey, Integer> copy = empty;
    for (Map.Entry<CountingKey, Integer> entry : version) {
      copy = copy.put(entry.getKey(), entry.getValue());
    }
    assertThat(copy.size()).isEqualTo(ENTRIES);
    assertThat(calls.hashes()).isLessThanOrEqualTo(3L * ENTRIES);
    // An update may look a key up before it inserts it.
    assertThat(calls.equals()).isLessThanOrEqualTo(2L * ENTRIES);
    calls.reset();
    assertThat(empty.putAll(version.asMap()).size()).isEqualTo(ENTRIES);
    assertThat(calls.hashes()).isLessThanOrEqualTo(3L * ENTRIES);
    assertThat(calls.equals()).isLessThanOrEqualTo(ENTRIES);
  }

  /** One update copies one path, unless the version was evacuated. */
  @Test
  default void anUpdateSharesAllButOnePath() {
    PersistentHamt<CountingKey, Integer> base = counted(new Calls());
    long levels = base.shape().maxDepth() + 2L;
    long widest = 1L << TrieInvariants.of(base).paths().digits().span();
    List<Sharing> seen = new ArrayList<>();
    for (int number = 0; number < 50; number++) {
      long evacuations = base.family().evacuations();
      PersistentHamt<CountingKey, Integer> next = base.put(key(number, new Calls()), -1);
      if (next.family().evacuations() == evacuations) {
        Sharing sharing = next.sharing(base);
        assertThat(sharing.ownNodes()).isBetween(1L, levels);
        assertThat(sharing.ownSlots()).isBetween(1L, 4 * levels * widest);
        seen.add(sharing);
      }
    }
    assertThat(seen).as("updates without an evacuation").hasSizeGreaterThan(25);
    Sharing all = base.sharing(base);
    assertThat(all.ownNodes()).isZero();
    assertThat(all.ratio()).isEqualTo(1);
    assertThat(all.sharedNodes())
        .isEqualTo(base.shape().internalNodes() + base.shape().collisionNodes());
  }

  private PersistentHamt<CountingKey, Integer> counted(Calls calls) {
    PersistentHamt<CountingKey, Integer> version = emptyVersion();
    HashPaths paths = TrieInvariants.of(version).paths();
    long distinct =
        java.util.stream.IntStream.range(0, ENTRIES)
            .mapToObj(number -> paths.path(key(number, calls)))
            .distinct()
            .count();
    assumeTrue(distinct == ENTRIES, "the mixer separates the keys");
    var map = version.asTransient();
    for (int number = 0; number < ENTRIES; number++) {
      map.put(key(number, calls), number);
    }
    return map.persistent();
  }

  private static CountingKey key(int number, Calls calls) {
    return new CountingKey(number, number * 0x9E3779B9, calls);
  }
}
