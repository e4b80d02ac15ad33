package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hamtlab.assembly.Composition;
import org.hamtlab.experiments.composition.ContractCheck;
import org.hamtlab.map.Difference;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.VersionContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions with one fault fail the contract, and the right part of it. */
class VersionContractFaultsTest {
  private static final Composition COMPOSITION = Composition.of("@default assembly=shared");

  /** Answers one method of a version falsely. */
  private interface Lie {
    Object answer(PersistentHamt<Object, Object> version, Object[] arguments);
  }

  /** What faulty versions do, and a test that must notice. */
  private enum Fault {
    TAKES_THE_NEW_KEY(
        "put",
        "theKeyThatStoodInTheReceiverStays",
        (version, arguments) -> version.remove(arguments[0]).put(arguments[0], arguments[1])),
    ALWAYS_MAKES_A_VERSION(
        "put",
        "anUpdateThatChangesNothingAnswersTheSameInstance",
        (version, arguments) ->
            version.put("one", 1).remove("one").put(arguments[0], arguments[1])),
    CANNOT_REMOVE("remove", "removeLeavesTheVersionBeforeAlone", (version, arguments) -> version),
    TAKES_NULL_FOR_ABSENT(
        "containsKey",
        "aVersionTakesANullValue",
        (version, arguments) -> version.get(arguments[0]) != null),
    UPDATES_TWICE(
        "update",
        "updateComputesFromThePresentValue",
        (version, arguments) -> version.update(arguments[0], twice(arguments[1]))),
    FINDS_NOTHING_IN_A_BATCH("getAll", "getAllFindsWhatGetFinds", (version, arguments) -> null),
    KEEPS_ITS_OWN_VALUES(
        "union",
        "algebraAgreesWithItsReferenceOnOverlappingKeys",
        (version, arguments) -> version.union(other(arguments), (own, others) -> own)),
    MERGES_BACKWARDS(
        "union",
        "mergesOncePerCommonKey",
        (version, arguments) ->
            arguments.length == 1
                ? version.union(other(arguments))
                : version.union(other(arguments), backwards(arguments[1]))),
    INTERSECTS_BACKWARDS(
        "intersection",
        "algebraAgreesWithItsReferenceAcrossCompositions",
        (version, arguments) -> other(arguments).intersection(version)),
    SUBTRACTS_NOTHING(
        "difference",
        "algebraAgreesWithItsReferenceOnVersionsThatShare",
        (version, arguments) -> version),
    DIFFERS_BACKWARDS(
        "diff",
        "algebraAgreesWithItsReferenceOnDifferentKeys",
        (version, arguments) -> other(arguments).diff(version)),
    SEES_NO_CHANGES(
        "diff",
        "algebraTakesNulls",
        (version, arguments) -> {
          Difference<Object, Object> diff = version.diff(other(arguments));
          return new Difference<>(diff.added(), diff.removed(), Map.of());
        }),
    IS_ONLY_EQUAL_TO_ITSELF(
        "equals",
        "versionsWithEqualEntriesAreEqualWhateverTheirHistory",
        (version, arguments) -> version == arguments[0]),
    EQUALS_BY_SIZE(
        "equals",
        "oneDifferenceMakesVersionsUnequal",
        (version, arguments) ->
            arguments[0] instanceof PersistentHamt<?, ?> that && that.size() == version.size()),
    GIVES_A_MAP_TO_CHANGE(
        "asMap",
        "asMapIsAnUnmodifiableMap",
        (version, arguments) -> new HashMap<>(version.asMap())),
    GIVES_AN_ITERATOR_THAT_REMOVES(
        "iterator",
        "iteratorsAndEntriesOfAVersionCannotChangeIt",
        (version, arguments) -> new HashMap<>(version.asMap()).entrySet().iterator()),
    LOSES_HALF_IN_SPLITTING(
        "spliterator",
        "aSpliteratorSplitsIntoPartsThatMakeUpTheWhole",
        (version, arguments) -> entries(version).subList(0, version.size() / 2).spliterator()),
    NEVER_CLOSES("close", "closingOneVersionEndsTheWholeFamily", (version, arguments) -> null),
    SHARES_NOTHING(
        "sharing",
        "aTransientWithoutEditsGivesItsVersionBack",
        (version, arguments) -> version.sharing(COMPOSITION.newPersistentMap())),
    COMPARES_EVERYTHING(
        "union",
        "algebraCostsWhatIsNotShared",
        (version, arguments) -> {
          PersistentHamt<Object, Object> united = version;
          for (Map.Entry<Object, Object> entry : other(arguments)) {
            united = united.put(entry.getKey(), entry.getValue());
          }
          return united;
        }),
    LETS_A_TRANSIENT_LIVE_ON(
        "asTransient",
        "anEndedTransientRefusesEveryUse",
        (version, arguments) -> {
          var map = version.asTransient();
          return Proxy.newProxyInstance(
              VersionContractFaultsTest.class.getClassLoader(),
              new Class<?>[] {Hamt.class},
              (proxy, method, parameters) -> {
                if (method.getName().equals("persistent")) {
                  return COMPOSITION.newPersistentMap().putAll(map);
                }
                return call(map, method, parameters);
              });
        });

    private final String method;
    private final String noticedBy;
    private final Lie lie;

    Fault(String method, String noticedBy, Lie lie) {
      this.method = method;
      this.noticedBy = noticedBy;
      this.lie = lie;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesAFault(Fault fault) {
    assertThat(failures(fault, fault.noticedBy::equals)).containsExactly(fault.noticedBy);
  }

  @Test
  void findsNoFaultWhereThereIsNone() {
    // A proxy takes heap for its arguments, is not written as the version that it stands for, is
    // not what its transient answers, and a map that contains it prints itself for ever.
    assertThat(failures(null, test -> true))
        .isSubsetOf(
            "aTransientInWhichNothingChangedIsTheVersionThatItBeganWith",
            "anUpdateThatChangesNothingAllocatesNothing",
            "aVersionIsReadAsItWasWritten",
            "textListsEntriesInTheOrderOfIteration");
  }

  private static Set<String> failures(Fault fault, Predicate<String> isAsked) {
    VersionContract contract =
        new VersionContract() {
          @Override
          protected PersistentHamt<Object, Object> newVersion() {
            return faulty(COMPOSITION.newPersistentMap(), fault);
          }
        };
    return ContractCheck.of(VersionContract.class, contract, test -> isAsked.test(test.getName()))
        .failures();
  }

  /** A proxy that says what it stands for. */
  private interface Standing {
    PersistentHamt<Object, Object> standsFor();
  }

  @SuppressWarnings("unchecked")
  private static PersistentHamt<Object, Object> faulty(
      PersistentHamt<Object, Object> version, Fault fault) {
    return (PersistentHamt<Object, Object>)
        Proxy.newProxyInstance(
            VersionContractFaultsTest.class.getClassLoader(),
            new Class<?>[] {PersistentHamt.class, Standing.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("standsFor")) {
                return version;
              }
              Object[] unwrapped = unwrapped(arguments);
              Object result =
                  fault != null && method.getName().equals(fault.method)
                      ? fault.lie.answer(version, unwrapped)
                      : call(version, method, unwrapped);
              if (result == version) {
                return proxy;
              }
              return wrapped(result, fault);
            });
  }

  /** A proxy of a version, or of a transient that becomes one. */
  @SuppressWarnings("unchecked")
  private static Object wrapped(Object result, Fault fault) {
    if (result instanceof PersistentHamt<?, ?> derived) {
      return faulty((PersistentHamt<Object, Object>) derived, fault);
    }
    if (!(result instanceof Hamt<?, ?> map)) {
      return result;
    }
    return Proxy.newProxyInstance(
        VersionContractFaultsTest.class.getClassLoader(),
        new Class<?>[] {Hamt.class},
        (proxy, method, arguments) -> wrapped(call(map, method, unwrapped(arguments)), fault));
  }

  private static Object[] unwrapped(Object[] arguments) {
    return arguments == null
        ? null
        : Arrays.stream(arguments)
            .map(each -> each instanceof Standing standing ? standing.standsFor() : each)
            .toArray();
  }

  private static Object call(Object subject, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(subject, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static PersistentHamt<Object, Object> other(Object[] arguments) {
    return (PersistentHamt<Object, Object>) arguments[0];
  }

  @SuppressWarnings("unchecked")
  private static BinaryOperator<Object> backwards(Object merge) {
    return (own, others) -> ((BinaryOperator<Object>) merge).apply(others, own);
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, Object> twice(Object function) {
    Function<Object, Object> once = (Function<Object, Object>) function;
    return value -> Arrays.asList(once.apply(value), once.apply(value)).getLast();
  }

  private static List<Map.Entry<Object, Object>> entries(PersistentHamt<Object, Object> version) {
    List<Map.Entry<Object, Object>> entries = new ArrayList<>();
    version.iterator().forEachRemaining(entries::add);
    return entries;
  }
}
