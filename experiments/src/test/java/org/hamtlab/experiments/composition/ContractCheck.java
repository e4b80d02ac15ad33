package org.hamtlab.experiments.composition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * What the tests of a contract say, run one by one so that all failures of one composition are told
 * together. Tests that a composition cannot take neither fail nor count.
 */
public final class ContractCheck {
  /** Runs a test. */
  @FunctionalInterface
  public interface Around {
    /** Runs the test of a name, once. */
    void run(String name, Runnable test);
  }

  private final Map<String, Throwable> failures = new TreeMap<>();
  private int kept;

  private ContractCheck() {}

  /**
   * Runs tests of a contract.
   *
   * @param contract the class that declares or inherits the tests
   * @param instance what they are run on
   * @param isAsked which of them are run
   */
  public static ContractCheck of(Class<?> contract, Object instance, Predicate<Method> isAsked) {
    return of(contract, instance, isAsked, (name, test) -> test.run());
  }

  /**
   * Runs tests of a contract.
   *
   * @param around runs each of them, to see what it takes
   */
  public static ContractCheck of(
      Class<?> contract, Object instance, Predicate<Method> isAsked, Around around) {
    ContractCheck check = new ContractCheck();
    tests(contract)
        .filter(isAsked)
        .forEach(test -> around.run(test.getName(), () -> check.run(test, instance)));
    return check;
  }

  /** The tests of a contract, by name. */
  public static Stream<Method> tests(Class<?> contract) {
    return Stream.of(contract.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  private void run(Method test, Object instance) {
    try {
      test.invoke(instance);
      kept++;
    } catch (InvocationTargetException failure) {
      if (!(failure.getCause() instanceof TestAbortedException)) {
        failures.put(test.getName(), failure.getCause());
      }
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Names of the tests that failed. */
  public Set<String> failures() {
    return failures.keySet();
  }

  /**
   * Requires that none failed; answers how many were kept.
   *
   * @throws AssertionError that names every test that failed
   */
  public int requireAll() {
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.toString(), failures.values().iterator().next());
    }
    return kept;
  }
}
