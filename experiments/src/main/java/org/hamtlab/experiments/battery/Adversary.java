package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Shape;

/**
 * K5: hash codes that somebody chose in order to harm, in a real map of {@code @default} with the
 * mixer. Correctness and cost counters only; how bad a mixer may be here is not a matter of chance.
 */
final class Adversary {
  private static final int KEYS = 10_000;

  /** What one attack cost. */
  record Cost(
      String keys,
      int entries,
      long internalNodes,
      double meanLeafLevel,
      int maxDepth,
      long collisionNodes,
      long wrongAnswers) {

    /** Whether the map answered rightly. */
    Outcome outcome() {
      return Outcome.exact("K5", keys, "wrong answers", entries, wrongAnswers);
    }
  }

  /** A key whose hash code the attack chose. */
  private record Key(int code, int number) implements Comparable<Key> {
    @Override
    public int hashCode() {
      return code;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }
  }

  private Adversary() {}

  static List<Cost> costs(Registry registry, Selection mixer) {
    Composition composition =
        Composition.of(
            registry,
            registry.resolve("@default").with(Axis.HASH, mixer).with(AssemblyMode.SHARED));
    List<Cost> costs = new ArrayList<>();
    for (int low = 5; low <= 30; low += 5) {
      int equal = low;
      costs.add(cost(composition, "equal low " + low + " bits", n -> n << equal | 1));
    }
    costs.add(cost(composition, "highest bits only", n -> n << 18));
    costs.add(cost(composition, "all equal", n -> 77));
    return costs;
  }

  private static Cost cost(Composition composition, String name, IntUnaryOperator code) {
    try (Hamt<Object, Object> map = composition.newMap()) {
      for (int n = 0; n < KEYS; n++) {
        map.put(new Key(code.applyAsInt(n), n), n);
      }
      Shape shape = map.shape();
      long wrong = map.size() == KEYS ? 0 : 1;
      for (int n = 0; n < KEYS; n++) {
        Key key = new Key(code.applyAsInt(n), n);
        wrong += Integer.valueOf(n).equals(map.get(key)) ? 0 : 1;
        wrong += map.containsKey(new Key(key.code(), -1 - n)) ? 1 : 0;
      }
      for (int n = 0; n < KEYS; n++) {
        wrong += map.remove(new Key(code.applyAsInt(n), n)) == null ? 1 : 0;
      }
      return new Cost(
          name,
          KEYS,
          shape.internalNodes(),
          shape.meanLeafLevel(),
          shape.maxDepth(),
          shape.collisionNodes(),
          wrong + map.size());
    }
  }
}
