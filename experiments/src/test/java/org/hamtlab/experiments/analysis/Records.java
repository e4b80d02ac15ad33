package org.hamtlab.experiments.analysis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Records of which a test says only the components that matter to it. */
public final class Records {
  private Records() {}

  /** A record whose other components are empty, zero or false; an unknown name is an error. */
  public static <T extends Record> T of(Class<T> type, Map<String, ?> said) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> unknown = new HashSet<>(said.keySet());
    Arrays.stream(components).forEach(component -> unknown.remove(component.getName()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + unknown);
    }
    Object[] values =
        Arrays.stream(components)
            .map(c -> said.containsKey(c.getName()) ? said.get(c.getName()) : empty(c.getType()))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object empty(Class<?> type) {
    if (type == int.class) {
      return 0;
    } else if (type == long.class) {
      return 0L;
    } else if (type == double.class) {
      return 0.0;
    } else if (type == boolean.class) {
      return false;
    } else if (type == List.class) {
      return List.of();
    } else if (type == Map.class) {
      return Map.of();
    } else if (type == OptionalDouble.class) {
      return OptionalDouble.empty();
    }
    return type == String.class ? "" : null;
  }
}
