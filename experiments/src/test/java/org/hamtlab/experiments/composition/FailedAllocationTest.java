package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.experiments.composition.injection.FailureInjection;
import org.hamtlab.experiments.composition.injection.FailureInjection.Outcome;
import org.hamtlab.experiments.composition.injection.HamtSubject;
import org.hamtlab.experiments.composition.injection.Operation;
import org.hamtlab.experiments.composition.injection.Step;
import org.hamtlab.experiments.composition.injection.Subject;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request of random histories refused once, and every one from some on, over compositions of
 * every layout, compression and allocator; {@code -Dhamt.seeds=N} plays more histories of each.
 */
class FailedAllocationTest {
  private static final int SEEDS = Integer.getInteger("hamt.seeds", 1);
  private static final int STEPS = 200;
  private static final Registry REGISTRY = Registry.installed();

  /** Where the refusals stand in an allocator's phrase. */
  private static final String FAULTY = "faulty{at=#,parent=";

  private static final List<String> WORDS =
      List.of(
          FAULTY + "checked{parent=arena{chunk=16,growth=fixed}}}",
          FAULTY + "checked{parent=freelist}}",
          FAULTY + "checked{parent=pool{slots=100}}}",
          FAULTY + "poison{quarantine=5}}",
          FAULTY + "metered{parent=locked{parent=quota}}}",
          FAULTY + "checked{parent=first-fit}}",
          FAULTY + "checked{parent=slab}}",
          FAULTY + "checked{parent=leaking}}",
          FAULTY + "thread-local{slots=64}}",
          "checked{parent=freelist{classes=power-of-two,parent=" + FAULTY + "arena}}}",
          "checked{parent=pool{slots=50,parent=" + FAULTY + "arena}}}",
          "checked{parent=poison{quarantine=5,parent=" + FAULTY + "freelist}}}",
          "locked{parent=quota{parent=metered{parent=" + FAULTY + "arena}}}}");
  private static final List<String> NATIVE =
      List.of(
          FAULTY + "checked{parent=malloc}}",
          FAULTY + "freelist{parent=malloc}}",
          "poison{parent=" + FAULTY + "malloc}}");
  private static final List<String> OBJECTS =
      List.of(
          FAULTY + "checked{parent=gc}}",
          "poison{parent=checked{parent=" + FAULTY + "gc}}}",
          "pool{slots=50,parent=" + FAULTY + "gc}}");
  private static final List<String> COLLECTED =
      List.of(
          FAULTY + "checked{parent=gc}}",
          FAULTY + "locked{parent=metered{parent=quota{parent=gc}}}}",
          "poison{parent=checked{parent=" + FAULTY + "gc}}}");

  private static final Map<Outcome, AtomicLong> OUTCOMES = outcomes();
  private static final AtomicLong REFUSED = new AtomicLong();
  private static final AtomicLong HISTORIES = new AtomicLong();

  private static Map<Outcome, AtomicLong> outcomes() {
    Map<Outcome, AtomicLong> outcomes = new EnumMap<>(Outcome.class);
    Arrays.stream(Outcome.values()).forEach(outcome -> outcomes.put(outcome, new AtomicLong()));
    return outcomes;
  }

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String compression : List.of("none", "lazy-expansion", "path", "bounded-path{skip=1}")) {
      add(phrases, "tagged-int{memory=heap", WORDS, compression);
      add(phrases, "tagged-int{memory=native", WORDS, compression);
      add(phrases, "tagged-int{memory=native", NATIVE, compression);
      add(phrases, "tagged-int{memoise=yes", WORDS.subList(0, 3), compression);
      add(phrases, "tagged-int{root-table=direct", WORDS, compression);
      add(phrases, "tagged-int{root-table=direct,memory=native", NATIVE, compression);
      add(phrases, "tagged-int{headers=apart", WORDS, compression);
      add(phrases, "tagged-int{headers=apart,memory=native", NATIVE, compression);
      add(phrases, "sealed-class{bit-order=low-first", WORDS, compression);
      add(phrases, "sealed-class{bit-order=high-first", OBJECTS, compression);
      add(phrases, "sealed-class{entries=inline,bit-order=low-first", WORDS, compression);
      add(phrases, "sealed-class{entries=inline,bit-order=high-first", OBJECTS, compression);
      addShapes(phrases, "dense", List.of("span=3", "span=4"), WORDS.subList(0, 3), compression);
      addShapes(phrases, "dense", List.of("span=3", "span=6"), OBJECTS, compression);
      add(phrases, "champ-words{memory=heap", WORDS, compression);
      add(phrases, "champ-words{memory=native", NATIVE, compression);
      if (!compression.contains("path")) {
        addChamp(phrases, compression);
        List<String> spans =
            List.of(
                "branches=per-arity,span=3",
                "branches=per-arity,span=6",
                "branches=per-arity,entries=inline,span=3",
                "branches=per-arity,entries=inline,span=5");
        addShapes(phrases, "sealed-class", spans, COLLECTED, compression);
        List<String> hybrids = List.of("span=3,array-from=30", "span=4", "pack-at=30");
        addShapes(phrases, "clojure-hybrid", hybrids, COLLECTED, compression);
      }
    }
    for (String compression : List.of("none", "lazy-expansion", "path", "bounded-path{skip=1}")) {
      add(phrases, "tagged-int{entries=separate", WORDS, compression);
      add(phrases, "tagged-int{entries=separate,root-table=direct", WORDS, compression);
      add(phrases, "tagged-int{entries=separate,memory=native", NATIVE, compression);
    }
    return phrases;
  }

  private static void add(
      List<String> phrases, String layout, List<String> allocators, String compression) {
    for (String allocator : allocators) {
      int number = phrases.size();
      phrases.add(
          "hash=identity layout="
              + layout
              + ",span="
              + (3 + number % 4)
              + ",hash-bits="
              + List.of("32", "60", "64").get(number / 4 % 3)
              + ",arrays="
              + List.of("exact", "doubling", "rounded,min-capacity=2", "doubling,min-capacity=1")
                  .get(number / 2 % 4)
              + "} compression="
              + compression
              + " assembly=shared allocator="
              + allocator);
    }
  }

  private static void addChamp(List<String> phrases, String compression) {
    List<String> shapes = List.of("span=3,direct=50", "span=4,direct=101", "span=5");
    addShapes(phrases, "champ", shapes, COLLECTED, compression);
  }

  private static void addShapes(
      List<String> phrases,
      String layout,
      List<String> shapes,
      List<String> allocators,
      String compression) {
    for (String allocator : allocators) {
      for (String shape : shapes) {
        phrases.add(
            "hash=identity layout="
                + layout
                + "{"
                + shape
                + "} compression="
                + compression
                + " assembly=shared allocator="
                + allocator);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void leavesTheMapAsItWas(String phrase) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      FailureInjection injection =
          new FailureInjection(
              request -> subject(phrase, request, 0),
              Step.history(phrase.hashCode() + seed, STEPS));
      Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
      for (int request = 1; request <= injection.requests(); request++) {
        seen.merge(injection.refuse(request), 1, Integer::sum);
      }
      assertThat(injection.requests()).isGreaterThan(20);
      assertThat(seen.getOrDefault(Outcome.FAILED, 0)).isGreaterThan(5);
      if (phrase.contains("allocator=faulty")) {
        REFUSED.addAndGet(injection.requests());
        assertThat(seen.containsKey(Outcome.WENT_ON) || asksForNothingToShrink(phrase)).isTrue();
      } else {
        REFUSED.addAndGet(seen.get(Outcome.FAILED) + seen.getOrDefault(Outcome.WENT_ON, 0));
      }
      seen.forEach((outcome, times) -> OUTCOMES.get(outcome).addAndGet(times));
      HISTORIES.incrementAndGet();
    }
  }

  private static boolean asksForNothingToShrink(String phrase) {
    return phrase.contains("doubling")
        || phrase.contains("rounded")
        || phrase.contains("layout=dense");
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void removesWithoutAnyMemory(String phrase) {
    FailureInjection injection =
        new FailureInjection(
            request -> subject(phrase, request, 1), Step.history(phrase.hashCode(), STEPS));
    int failed = 0;
    for (int request = 1; request <= injection.requests(); request += 7) {
      failed += injection.refuseFrom(request);
    }
    assertThat(failed).isPositive();
  }

  private static Subject subject(String phrase, int request, int every) {
    String full = phrase.replace("at=#", "at=" + request + ",every=" + every);
    return new HamtSubject(Composition.of(REGISTRY, REGISTRY.resolve(full)).newMap());
  }

  @Test
  void reachesEveryLayoutCompressionAndAllocator() {
    String phrases = String.join(" ", phrases());
    for (Axis axis : List.of(Axis.LAYOUT, Axis.COMPRESSION, Axis.ALLOCATOR)) {
      REGISTRY
          .providers(axis)
          .forEach(provider -> assertThat(phrases).contains("=" + provider.id().value()));
    }
  }

  @Test
  void playsEveryOperation() {
    List<Operation> played = new ArrayList<>();
    for (String phrase : phrases()) {
      Step.history(phrase.hashCode() + 1, STEPS).forEach(step -> played.add(step.operation()));
    }
    assertThat(played).contains(Operation.values());
    assertThat(Arrays.stream(Operation.values()).map(Operation::failing))
        .contains(Operation.Failing.values());
  }

  @AfterAll
  static void tellsHowManyRequestsFailed() {
    System.out.printf(
        "Failure injection: %d requests refused in %d histories of %d compositions;"
            + " %d operations failed without effect, %d went on without.%n",
        REFUSED.get(),
        HISTORIES.get(),
        phrases().size(),
        OUTCOMES.get(Outcome.FAILED).get(),
        OUTCOMES.get(Outcome.WENT_ON).get());
  }
}
