package org.hamtlab.experiments.covering;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.composition.ContractCheck;
import org.hamtlab.experiments.composition.injection.FailureInjection;
import org.hamtlab.experiments.composition.injection.HamtSubject;
import org.hamtlab.experiments.composition.injection.Step;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.MapContract;
import org.hamtlab.testkit.MapModel;
import org.hamtlab.testkit.VersionContract;
import org.hamtlab.testkit.VersionModel;

/**
 * What one row of an array must pass: the contracts of maps and of versions, random histories of
 * both beside {@link java.util.HashMap}, and refused requests. A row runs every short test of the
 * contracts and one of the longest.
 */
final class RowCheck {
  /** Those that take 10 ms and more; the first may take a second. */
  static final List<String> LONG =
      List.of(
          "parallelAlgebraAgreesWithSequentialAlgebra",
          "algebraAgreesWithItsReferenceOnVersionsThatShare",
          "algebraAgreesWithItsReferenceOnOverlappingKeys",
          "aKeyThatThrowsInTheAlgebraOfVersionsChangesNothing",
          "aFunctionThatThrowsOnSomeThreadLeavesEverythingAsItWas",
          "givesEverySlotBackWhenItShrinksToNothing",
          "agreesWithHashMapsOverRandomTreesOfVersions",
          "separatesManyKeysEqualInSoManyBits",
          "aKeyThatThrowsInALookupChangesNothing",
          "agreesWithHashMapOverRandomHistories",
          "aKeyThatThrowsInAnInsertionChangesNothing",
          "oneDifferenceMakesVersionsUnequal",
          "aKeyThatThrowsInAnUpdateOfAVersionChangesNothing",
          "algebraAgreesWithItsReferenceOnDifferentKeys",
          "aFunctionThatThrowsChangesNothing",
          "traversalTakesLittleHeap",
          "unionsOfResultsOfTwoTransientsCanBeEdited",
          "aKeyThatThrowsInARemovalChangesNothing",
          "algebraAgreesWithItsReferenceAcrossCompositions",
          "manyThreadsEditAndMergeOneVersion",
          "algebraOfUnrelatedVersionsStaysLinear",
          "aBulkOperationThatChangesNothingAnswersTheSameInstance",
          "aVersionSeparatesManyKeysEqualInSoManyBits",
          "aKeyThatThrowsInATransientLeavesItAsItWas",
          "parallelAlgebraServesCallersInPoolsOfTheirOwn",
          "manyThreadsReadAndDeriveFromOneVersion",
          "aFunctionThatChangesTheMapIsRefused",
          "aVersionHoldsChainsAsDeepAsCanBe",
          "isSoundWhileItGrowsAndShrinks",
          "aKeyThatThrowsInALookupOfAVersionChangesNothing",
          "anIteratorWhoseRemovalFailsGoesOn",
          "algebraCostsWhatIsNotShared");

  private static final int MAP_STEPS = 200;
  private static final int VERSION_STEPS = 40;
  private static final int INJECTION_STEPS = 60;
  private static final int REFUSALS = 5;

  private final Registry registry;
  private final Treatment treatment;
  private final int number;
  private final String longTest;
  private final Costs parts;
  private final Costs tests;
  private final Composition composition;

  /**
   * Prepares a check.
   *
   * @param parts receives what its parts take
   * @param tests receives what each test of the contracts takes
   */
  RowCheck(Registry registry, Row row, Costs parts, Costs tests) {
    this.registry = registry;
    this.treatment = row.treatment();
    this.number = row.number();
    this.longTest = row.longTest();
    this.parts = parts;
    this.tests = tests;
    this.composition = Composition.of(registry, treatment);
  }

  /** Names of all tests of the contracts. */
  static List<String> tests() {
    return Stream.of(MapContract.class, VersionContract.class)
        .flatMap(ContractCheck::tests)
        .map(Method::getName)
        .toList();
  }

  /** Runs it. */
  void run() {
    parts.of("tests of maps", () -> passes(MapContract.class, mapContract(), 40));
    parts.of("tests of versions", () -> passes(VersionContract.class, versionContract(), 60));
    parts.of("histories", this::playHistories);
    parts.of("refused requests", this::refuse);
  }

  private void passes(Class<?> contract, Object maps, int fewest) {
    int kept =
        ContractCheck.of(contract, maps, test -> isChosen(test.getName()), tests::of).requireAll();
    assertThat(kept).as("tests that the treatment can take").isGreaterThan(fewest);
  }

  private void playHistories() {
    String phrase = treatment.phrase();
    new MapModel(phrase, composition::newMap, number, MAP_STEPS).run();
    new VersionModel(phrase, composition::newPersistentMap, number, VERSION_STEPS).run();
  }

  private boolean isChosen(String test) {
    // Under one hash for all keys maps are lists, whose size and cost large tests bound.
    boolean isList = treatment.hash().name().equals("constant");
    if (isList && (test.startsWith("givesEverySlotBack") || test.startsWith("algebraCosts"))) {
      return false;
    }
    return !LONG.contains(test) || test.equals(longTest);
  }

  private MapContract mapContract() {
    return new MapContract() {
      @Override
      protected Hamt<Object, Object> newMap() {
        return composition.newMap();
      }
    };
  }

  private VersionContract versionContract() {
    return new VersionContract() {
      @Override
      protected PersistentHamt<Object, Object> newVersion() {
        return composition.newPersistentMap();
      }
    };
  }

  /** Refuses some requests of a history, and all from one on. */
  private void refuse() {
    if (registry.exclusion(refusing(0, 0)).isPresent()) {
      return;
    }
    List<Step> history = Step.history(number, INJECTION_STEPS);
    FailureInjection from = new FailureInjection(request -> subject(request, 1), history);
    int requests = (int) Math.max(1, from.requests());
    from.refuseFrom(1 + number % requests);
    if (isKeyed()) {
      return; // No two of its maps look alike, so that a refusal cannot be told from a secret.
    }
    FailureInjection one = new FailureInjection(request -> subject(request, 0), history);
    for (int refusal = 0; refusal < REFUSALS; refusal++) {
      one.refuse(1 + (number + refusal * requests / REFUSALS) % requests);
    }
  }

  private HamtSubject subject(int request, int every) {
    return new HamtSubject(Composition.of(registry, refusing(request, every)).newMap());
  }

  private Treatment refusing(int request, int every) {
    Selection faulty = registry.selection(Axis.ALLOCATOR, "faulty");
    Selection above =
        Selection.of(
            faulty.id().orElseThrow(),
            new Settings(
                Map.of(
                    "at",
                    request,
                    "every",
                    request == 0 ? 0 : every,
                    "parent",
                    treatment.allocator())));
    return treatment.with(Axis.ALLOCATOR, above).with(AssemblyMode.SHARED);
  }

  private boolean isKeyed() {
    return registry.offers(treatment, Axis.HASH, Trait.KEYED);
  }
}
