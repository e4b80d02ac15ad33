package org.hamtlab.layout;

import org.hamtlab.spi.KeyOrder;

/**
 * Distinct keys arranged: those of one class that strictly ascend, then the others.
 *
 * @param numbers the numbers of the keys in that order
 * @param ascending how many ascend
 */
public record KeyRun(int[] numbers, int ascending) {

  /** Arranges the keys in cells of keys and values in turn. */
  public static KeyRun of(Object[] cells) {
    Object[] keys = new Object[cells.length >> 1];
    for (int number = 0; number < keys.length; number++) {
      keys[number] = cells[2 * number];
    }
    return ofKeys(keys);
  }

  /** Arranges keys. */
  public static KeyRun ofKeys(Object[] keys) {
    int[] numbers = new int[keys.length];
    for (int number = 0; number < keys.length; number++) {
      numbers[number] = number;
    }
    int sorted = KeyOrder.arrange(keys, numbers, 0, keys.length);
    try {
      return strict(keys, numbers, sorted);
    } catch (RuntimeException disordered) {
      return new KeyRun(numbers, 0);
    }
  }

  /** Puts keys that compare as equal to the one before them behind those that ascend. */
  private static KeyRun strict(Object[] keys, int[] numbers, int sorted) {
    int[] strict = new int[numbers.length];
    int ascending = 0;
    int behind = sorted;
    for (int index = 0; index < sorted; index++) {
      boolean ascends =
          ascending == 0 || KeyOrder.compare(keys[strict[ascending - 1]], keys[numbers[index]]) < 0;
      if (ascends) {
        strict[ascending++] = numbers[index];
      } else {
        strict[--behind] = numbers[index];
      }
    }
    System.arraycopy(numbers, sorted, strict, sorted, numbers.length - sorted);
    return new KeyRun(strict, ascending);
  }
}
