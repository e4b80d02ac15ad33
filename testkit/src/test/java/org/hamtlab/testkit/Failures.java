package org.hamtlab.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs a contract by hand. */
final class Failures {
  private Failures() {}

  /** The names of the tests of a contract that fail. */
  static Set<String> of(Class<?> contract, Object instance) {
    Set<String> failures = new TreeSet<>();
    for (Method test : contract.getMethods()) {
      if (test.isAnnotationPresent(Test.class) && !passes(test, instance)) {
        failures.add(test.getName());
      }
    }
    return failures;
  }

  private static boolean passes(Method test, Object instance) {
    try {
      test.invoke(instance);
      return true;
    } catch (InvocationTargetException failure) {
      return failure.getCause() instanceof TestAbortedException;
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
