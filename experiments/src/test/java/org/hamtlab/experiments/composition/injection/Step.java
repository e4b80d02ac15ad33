package org.hamtlab.experiments.composition.injection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.testkit.ChosenKey;

/**
 * One step of a history.
 *
 * @param operation what is done
 * @param key to which key
 * @param value with which value, the number of the step
 * @param several with which entries, where an operation takes several
 * @param isRare whether an operation that empties most of the map has an effect
 */
public record Step(
    Operation operation, Object key, Integer value, Map<Object, Object> several, boolean isRare) {
  private static final int SEVERAL = 4;

  /** A history that grows, holds every operation, and shrinks. */
  public static List<Step> history(long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    Operation[] operations = Operation.values();
    List<Step> history = new ArrayList<>();
    for (int number = 0; number < length; number++) {
      boolean isGrowing = number < length / 2 && number % 3 > 0;
      Operation operation =
          isGrowing
              ? number % 4 == 0 ? Operation.PUT_ALL : Operation.PUT
              : operations[random.nextInt(operations.length)];
      history.add(
          new Step(
              operation, key(random), number, several(random, number), random.nextInt(8) == 0));
    }
    return history;
  }

  private static Map<Object, Object> several(SplittableRandom random, int number) {
    Map<Object, Object> several = new LinkedHashMap<>();
    for (int entry = 0; entry < SEVERAL; entry++) {
      several.put(key(random), number);
    }
    return several;
  }

  /** Few keys, many of which share a prefix of their hash or all of it. */
  private static Object key(SplittableRandom random) {
    int code = random.nextInt(3) << 29 | random.nextInt(2) << 14 | random.nextInt(5);
    return new ChosenKey(code, random.nextInt(2));
  }

  /** Plays the step on a map; answers what the map answers. */
  public Object play(Map<Object, Object> map) {
    return operation.play(map, this);
  }

  /** The step with the first few of its entries alone. */
  public Step first(int entries) {
    Map<Object, Object> fewer = new LinkedHashMap<>();
    several.entrySet().stream()
        .limit(entries)
        .forEach(entry -> fewer.put(entry.getKey(), entry.getValue()));
    return new Step(operation, key, value, fewer, isRare);
  }

  @Override
  public String toString() {
    return "step " + value + ": " + operation + " " + key + " " + several.keySet();
  }
}
