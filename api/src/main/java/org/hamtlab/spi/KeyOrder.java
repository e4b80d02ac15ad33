package org.hamtlab.spi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The natural order of keys, as far as a map may rely on it: keys of one class that implements
 * {@link Comparable} of itself.
 *
 * <p>A map promises to call {@code equals} and {@code hashCode} only, so whatever {@code compareTo}
 * throws must not reach its caller: those who compare fall back to {@code equals}. Of a class whose
 * equal objects compare as different, equal keys may be missed.
 *
 * <p><b>Source.</b> {@code comparableClassFor} of {@link java.util.HashMap}, which relies on the
 * same.
 */
public final class KeyOrder {

  private KeyOrder() {}

  /** The class whose natural order a key has: its own; {@code null} if it has none. */
  public static Class<?> classOf(Object key) {
    if (!(key instanceof Comparable<?>)) {
      return null;
    }
    Class<?> type = key.getClass();
    if (type == String.class) {
      return type;
    }
    for (Type implemented : type.getGenericInterfaces()) {
      if (implemented instanceof ParameterizedType of
          && of.getRawType() == Comparable.class
          && of.getActualTypeArguments()[0] == type) {
        return type;
      }
    }
    return null;
  }

  /** Whether a key is of a class. */
  public static boolean isOf(Object key, Class<?> type) {
    return key != null && key.getClass() == type;
  }

  /** Compares two keys of one class that {@link #classOf} named; throws what they throw. */
  @SuppressWarnings("unchecked")
  public static int compare(Object key, Object other) {
    return ((Comparable<Object>) key).compareTo(other);
  }

  /**
   * Arranges the numbers of keys in a range: those whose keys are of one class with a natural order
   * come first and ascend, equal ones as they stood; the others follow as they stood. Where a
   * comparison throws, nothing is moved.
   *
   * @param numbers indices of {@code keys}
   * @return how many ascend
   */
  public static int arrange(Object[] keys, int[] numbers, int from, int to) {
    Class<?> type = null;
    List<Integer> ascending = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int index = from; index < to; index++) {
      Object key = keys[numbers[index]];
      type = type == null ? classOf(key) : type;
      (type != null && isOf(key, type) ? ascending : others).add(numbers[index]);
    }
    try {
      ascending.sort((left, right) -> compare(keys[left], keys[right]));
    } catch (RuntimeException disordered) {
      return 0;
    }
    int index = from;
    for (int number : ascending) {
      numbers[index++] = number;
    }
    for (int number : others) {
      numbers[index++] = number;
    }
    return ascending.size();
  }
}
