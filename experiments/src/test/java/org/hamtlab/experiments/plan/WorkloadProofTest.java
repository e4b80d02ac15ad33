package org.hamtlab.experiments.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.key.Twin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workload that is not what its label says is refused, whatever kind of keys it has. */
class WorkloadProofTest {

  private static Object[] twins(List<Object> keys) {
    List<Object> twins = new ArrayList<>(keys.stream().map(Twin::of).toList());
    Collections.shuffle(twins, new Random(5));
    return twins.toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sequential:100",
        "random:100",
        "strided:100:3",
        "zipf:100:1.1",
        "uuid:100",
        "colliding:100:32",
        "words:100"
      })
  void refusesHitsThatAreNone(String phrase) {
    List<Object> keys = Keys.of(phrase);
    WorkloadProof proof = new WorkloadProof(keys.toArray());
    Object[] hits = twins(keys);
    assertThatCode(() -> proof.hits(hits)).doesNotThrowAnyException();

    assertRefused(() -> proof.hits(with(hits, 3, Workload.next(hits[3], 1_000))), "is there");
    assertRefused(() -> proof.hits(with(hits, 3, keys.get(keys.indexOf(hits[3])))), "another obj");
    int other = indexOfAnother(hits);
    assertRefused(() -> proof.hits(with(hits, 0, Twin.of(hits[other]))), "as often");
    assertRefused(() -> proof.hits(Arrays.copyOf(hits, 99)), "as many hits");
  }

  private static int indexOfAnother(Object[] hits) {
    int index = 1;
    while (hits[index].equals(hits[0])) {
      index++;
    }
    return index;
  }

  private static Object[] with(Object[] keys, int index, Object key) {
    Object[] others = keys.clone();
    others[index] = key;
    return others;
  }

  private static void assertRefused(Runnable proof, String expected) {
    assertThatThrownBy(proof::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential:100", "uuid:100", "colliding:100:32", "words:100"})
  void refusesHitsInTheOrderOfInsertion(String phrase) {
    List<Object> keys = Keys.of(phrase);
    WorkloadProof proof = new WorkloadProof(keys.toArray());
    assertRefused(() -> proof.hits(keys.stream().map(Twin::of).toArray()), "an order of their own");
    assertRefused(
        () -> proof.hits(keys.reversed().stream().map(Twin::of).toArray()),
        "an order of their own");
  }

  /** As if a generator that is to make misses were seeded with the number that made the keys. */
  @ParameterizedTest
  @ValueSource(strings = {"random:100", "uuid:100", "zipf:100:1.1"})
  void refusesMissesThatAreThere(String phrase) {
    WorkloadProof proof = new WorkloadProof(Keys.of(phrase).toArray());
    Object[] misses = new Workload(Keys.of(phrase), 1).misses();
    assertThatCode(() -> proof.misses(misses)).doesNotThrowAnyException();
    assertRefused(() -> proof.misses(Keys.of(phrase).toArray()), "not there");
    assertRefused(() -> proof.misses(with(misses, 99, Keys.of(phrase).getLast())), "not there");
    assertRefused(() -> proof.misses(Arrays.copyOf(misses, 99)), "as many misses");
  }

  /** Small numbers too, which boxing would give back themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"sequential:200", "zipf:200:1.5", "colliding:200:30", "classes:200"})
  void hitsAreNeverTheObjectsThatWereInserted(String phrase) {
    Workload workload = new Workload(Keys.of(phrase), 3);
    Object[] inserted = workload.inserted();
    assertThat(workload.hits()).hasSize(200);
    assertThat(Stream.of(workload.hits()))
        .noneMatch(hit -> Arrays.stream(inserted).anyMatch(key -> key == hit));
  }
}
