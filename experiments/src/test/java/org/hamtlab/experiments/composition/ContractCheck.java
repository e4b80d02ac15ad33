package org.hamtlab.experiments.composition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * What the tests of a contract say, run one by one so that all failures of one composition are told
 * together. Tests that a composition cannot take neither fail nor count.
 */
public final class ContractCheck {
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
    ContractCheck check = new ContractCheck();
    for (Method method : contract.getMethods()) {
      if (method.isAnnotationPresent(Test.class) && isAsked.test(method)) {
        check.run(method, instance);
      }
    }
    return check;
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
