package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.testkit.MapContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A map with one fault fails the contract, and the right part of it. */
class MapContractFaultsTest {
  private static final Composition COMPOSITION = Composition.of("assembly=shared");

  /** Answers one method of a map falsely. */
  private interface Lie {
    Object answer(Hamt<Object, Object> map, Object[] arguments);
  }

  /** What a faulty map does, and a test that must notice. */
  private enum Fault {
    FORGETS_WHAT_PUT_REPLACED(
        "put",
        "putAnswersThePreviousValue",
        (map, arguments) -> {
          map.put(arguments[0], arguments[1]);
          return null;
        }),
    CONFUSES_NULL_WITH_ABSENCE(
        "containsKey",
        "aNullValueIsAValueLikeAnyOther",
        (map, arguments) -> map.get(arguments[0]) != null),
    CANNOT_REMOVE("remove", "agreesWithHashMapOverRandomHistories", (map, arguments) -> null),
    CANNOT_CLEAR("clear", "clearRemovesEverythingAndTheMapCanBeFilledAgain", (map, arguments) -> 0),
    COPIES_ITS_KEYS(
        "keySet", "theKeySetRemovesFromTheMap", (map, arguments) -> Set.copyOf(map.keySet())),
    COPIES_ITS_ENTRIES(
        "entrySet", "entriesWriteThrough", (map, arguments) -> new HashMap<>(map).entrySet()),
    NEVER_FAILS_FAST(
        "entrySet", "iteratorsFailFast", (map, arguments) -> new HashMap<>(map).entrySet()),
    IS_ONLY_EQUAL_TO_ITSELF(
        "equals", "equalsAnyMapWithEqualEntries", (map, arguments) -> map == arguments[0]),
    HASHES_ALIKE("hashCode", "equalsAnyMapWithEqualEntries", (map, arguments) -> 1),
    NEVER_CLOSES("close", "everyMethodOfAClosedMapFails", (map, arguments) -> null),
    LEAKS_A_BLOCK(
        "clear",
        "clearingGivesEverySlotBack",
        (map, arguments) -> {
          map.clear();
          return map.put("leaked", 1);
        }),
    CALLS_ITS_KEYS_TWICE_AND_LOSES_THEM(
        "put",
        "aKeyThatThrowsInAnInsertionChangesNothing",
        (map, arguments) -> {
          Object old = map.remove(arguments[0]);
          map.put(arguments[0], arguments[1]);
          return old;
        }),
    MISPLACES_ENTRIES(
        "visit",
        "isSoundWhileItGrowsAndShrinks",
        (map, arguments) -> {
          map.visit(misplacing((TrieVisitor) arguments[0]));
          return null;
        }),
    MISCOUNTS_ITS_SHAPE(
        "shape",
        "isSoundWithNoOneAndTwoEntries",
        (map, arguments) -> {
          try (Hamt<Object, Object> other = COMPOSITION.newMap()) {
            return other.shape();
          }
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
    assertThat(failures(fault)).contains(fault.noticedBy);
  }

  @Test
  void findsNoFaultWhereThereIsNone() {
    // A proxy is not the map that it stands for, so a map that contains it prints itself for ever.
    assertThat(failures(null)).isSubsetOf("textListsEntriesInTheOrderOfIteration");
  }

  private static Set<String> failures(Fault fault) {
    MapContract contract =
        new MapContract() {
          @Override
          protected Hamt<Object, Object> newMap() {
            return faulty(COMPOSITION.newMap(), fault);
          }
        };
    return ContractCheck.of(MapContract.class, contract, test -> true).failures();
  }

  @SuppressWarnings("unchecked")
  private static Hamt<Object, Object> faulty(Hamt<Object, Object> map, Fault fault) {
    return (Hamt<Object, Object>)
        Proxy.newProxyInstance(
            Hamt.class.getClassLoader(),
            new Class<?>[] {Hamt.class},
            (proxy, method, arguments) -> {
              if (fault != null && method.getName().equals(fault.method)) {
                return fault.lie.answer(map, arguments);
              }
              return truth(map, method, arguments);
            });
  }

  private static Object truth(Map<Object, Object> map, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(map, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  /** Passes on what it sees, entries one fragment further. */
  private static TrieVisitor misplacing(TrieVisitor visitor) {
    return (TrieVisitor)
        Proxy.newProxyInstance(
            TrieVisitor.class.getClassLoader(),
            new Class<?>[] {TrieVisitor.class},
            (proxy, method, arguments) -> {
              Object[] passed =
                  arguments == null ? null : Arrays.copyOf(arguments, arguments.length);
              if (method.getName().equals("entry")) {
                passed[1] = (Integer) passed[1] + 1;
              }
              return method.invoke(visitor, passed);
            });
  }
}
