package org.hamtlab.experiments.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.count.Localities.Places;
import org.hamtlab.experiments.store.Locality;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import org.hamtlab.spi.AllocationException;

/**
 * Everything that {@code hamt count} says: the counters, each beside its prediction, what is at
 * fault where they differ, and whether the structure is canonical.
 *
 * <p>The shape oracle predicts the shape. Counters of allocators and bytes have no prediction but
 * maps of the same composition under a perfect hash.
 *
 * @param counters measured numbers and the oracle's predictions
 * @param predictions estimates by counter, of the oracle and of maps under a perfect hash
 * @param perfectMaps number of those maps
 * @param verdict what is at fault
 * @param canonical whether the structure depends on content alone
 * @param equalHashCodes keys whose {@code hashCode()} an earlier key has: no mixing parts them
 * @param locality where the map stands in memory, and what was asked of its allocator
 */
public record CountReport(
    Counters counters,
    Map<String, Estimate> predictions,
    int perfectMaps,
    Verdict verdict,
    CanonicalForm canonical,
    long equalHashCodes,
    Locality locality) {
  private static final Logger WARNINGS = Logger.getLogger("org.hamtlab");
  private static final int ENTRIES_IN_SUM = 1_000_000;
  private static final int FEWEST_TRIES = 10;
  private static final int MOST_TRIES = 1_000;

  /** How many maps under a perfect hash are filled unless told otherwise. */
  public static int triesFor(int keys) {
    return Math.clamp(ENTRIES_IN_SUM / Math.max(1, keys), FEWEST_TRIES, MOST_TRIES);
  }

  /** How many maps are filled in all. */
  public static int mapsWith(int tries) {
    return 2 + CanonicalForm.MAPS + tries;
  }

  /**
   * Fills the maps and counts them.
   *
   * @param label the keys in words
   * @param tries maps under a perfect hash, 0 or at least 2
   * @param step told of every map that is filled and counted, from any thread
   */
  public static CountReport of(
      Registry registry,
      Treatment treatment,
      String label,
      List<Object> keys,
      int tries,
      Runnable step) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] order = new int[keys.size()];
    for (int index = 0; index < order.length; index++) {
      order[index] = numbers.computeIfAbsent(keys.get(index), key -> numbers.size());
    }
    try (Hamt<Object, Object> map = Composition.of(registry, treatment).newMap()) {
      Counters counters = Counters.of(registry, treatment, label, map, Counters.fill(map, keys));
      step.run();
      Places places = Places.of(map);
      // What strategies say of this map they would repeat for every further one.
      Level level = WARNINGS.getLevel();
      WARNINGS.setLevel(Level.OFF);
      try {
        Locality locality = places.with(registry, treatment, keys);
        step.run();
        return of(
            registry,
            treatment,
            counters,
            locality,
            CanonicalForm.of(registry, treatment, map, keys, numbers, step),
            equalHashCodes(numbers),
            order,
            tries,
            step);
      } finally {
        WARNINGS.setLevel(level);
      }
    }
  }

  private static CountReport of(
      Registry registry,
      Treatment treatment,
      Counters counters,
      Locality locality,
      CanonicalForm canonical,
      long equalHashCodes,
      int[] order,
      int tries,
      Runnable step) {
    PerfectHash perfect = new PerfectHash(Map.of(), 0);
    String reason = "none was asked for";
    try {
      perfect = PerfectHash.of(registry, treatment, order, tries, step);
    } catch (AllocationException exhausted) {
      reason = exhausted.getMessage();
    }
    return new CountReport(
        counters,
        predictions(counters, perfect),
        perfect.tries(),
        Verdict.of(registry, treatment, counters, perfect, reason),
        canonical,
        equalHashCodes,
        locality);
  }

  private static Map<String, Estimate> predictions(Counters counters, PerfectHash perfect) {
    Map<String, Estimate> predictions = new LinkedHashMap<>(counters.predictions());
    for (String counter : perfect.counters().keySet()) {
      if (!counter.equals("entries")) {
        predictions.computeIfAbsent(counter, perfect::estimate);
      }
    }
    return predictions;
  }

  private static long equalHashCodes(Map<Object, Integer> numbers) {
    int[] codes = numbers.keySet().stream().mapToInt(Objects::hashCode).sorted().toArray();
    long equal = 0;
    for (int index = 1; index < codes.length; index++) {
      equal += codes[index] == codes[index - 1] ? 1 : 0;
    }
    return equal;
  }

  /** Whether a check failed: the code is at fault, or the structure is not what was declared. */
  public boolean hasFailed() {
    return verdict.fault().isOfTheCode() || canonical.answer() == CanonicalForm.Answer.NO;
  }

  /** The fields of the command line's JSON, in its order. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>(counters.fields());
    fields.putAll(Localities.fields(locality));
    fields.put("equalHashCodes", equalHashCodes);
    fields.put("canonical", canonical.answer().key());
    fields.put("canonicalDigest", canonical.digest());
    fields.put("canonicalDetail", canonical.detail());
    fields.put("fault", verdict.fault().key());
    fields.put("deviating", new ArrayList<>(verdict.deviating()));
    fields.put("verdict", verdict.sentence());
    fields.put("perfectMaps", perfectMaps);
    fields.remove("oracle");
    fields.put("oracle", Counters.compared(predictions, counters.fields()));
    return fields;
  }
}
