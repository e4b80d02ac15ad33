package org.hamtlab.papers.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.registry.Registry;

/** Records the counters of {@code hamt count} as observations. */
public final class Counting {
  private static final Logger WARNINGS = Logger.getLogger("org.hamtlab");
  private static final Map<String, Map<String, Object>> COUNTED = new HashMap<>();

  private Counting() {}

  /** The variant under which a composition's counters on a key set are recorded. */
  public static String variant(String phrase, String keys) {
    return phrase + " --keys " + keys;
  }

  /** Fills a map key by key and records counters by their names in {@code hamt count --json}. */
  public static void record(Recorder recorder, String phrase, String keys, String... counters) {
    String variant = variant(phrase, keys);
    Map<String, Object> fields = fields(phrase, keys);
    for (String counter : counters) {
      recorder.add(counter, variant, ((Number) fields.get(counter)).doubleValue(), "count");
    }
  }

  /** What the shape oracle expects of a composition, recorded beside what was counted. */
  public static void recordOracle(
      Recorder recorder, String phrase, String keys, String... counters) {
    Registry registry = Registry.installed();
    var predictions =
        Counters.predictions(registry, registry.resolve(phrase), Keys.of(keys).size());
    for (String counter : counters) {
      String variant = variant(phrase, keys);
      recorder.add(
          "oracle " + counter, variant, predictions.get(counter).expected(), "expected count");
      recorder.add("oracle sd " + counter, variant, predictions.get(counter).sd(), "count");
    }
  }

  /** Several claims count the same map; it is filled once. */
  private static synchronized Map<String, Object> fields(String phrase, String keys) {
    return COUNTED.computeIfAbsent(variant(phrase, keys), any -> counted(phrase, keys));
  }

  private static Map<String, Object> counted(String phrase, String keys) {
    Registry registry = Registry.installed();
    List<Object> chosen = Keys.of(keys);
    return quietly(() -> Counters.of(registry, registry.resolve(phrase), keys, chosen).fields());
  }

  /** Without the pool's warnings: some claims are about what they say, and count it. */
  static <T> T quietly(Supplier<T> work) {
    Level level = WARNINGS.getLevel();
    WARNINGS.setLevel(Level.OFF);
    try {
      return work.get();
    } finally {
      WARNINGS.setLevel(level);
    }
  }
}
