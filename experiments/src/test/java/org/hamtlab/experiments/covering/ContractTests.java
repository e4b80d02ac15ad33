package org.hamtlab.experiments.covering;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Runs the tests of a contract one by one, so that one composition's failures are told together.
 */
final class ContractTests {
  private final List<Method> tests;

  /** The tests of a contract. */
  ContractTests(Class<?> contract) {
    tests =
        Stream.of(contract.getMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
  }

  /** The names of the tests. */
  List<String> names() {
    return tests.stream().map(Method::getName).toList();
  }

  /**
   * Runs some tests on a contract; answers how many were kept. Tests that a composition cannot take
   * are none of them.
   *
   * @param costs receives what each took
   * @throws AssertionError that names every test that failed
   */
  int run(Object contract, Predicate<String> isChosen, Costs costs) throws IllegalAccessException {
    Map<String, Throwable> failures = new TreeMap<>();
    int kept = 0;
    for (Method test : tests) {
      if (isChosen.test(test.getName())) {
        Throwable[] thrown = new Throwable[1];
        costs.of(test.getName(), () -> thrown[0] = failure(contract, test));
        Throwable failure = thrown[0];
        if (failure == null) {
          kept++;
        } else if (!(failure instanceof TestAbortedException)) {
          failures.put(test.getName(), failure);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.toString(), failures.values().iterator().next());
    }
    return kept;
  }

  private static Throwable failure(Object contract, Method test) throws IllegalAccessException {
    try {
      test.invoke(contract);
      return null;
    } catch (InvocationTargetException failure) {
      return failure.getCause();
    }
  }
}
