package org.hamtlab.experiments.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.experiments.spec.SweepFile.Entry;

/** The entries of a sweep file by key. Keys that are unknown, or said twice, are faults. */
final class SpecEntries {
  static final String FACTOR = "factor ";

  /** Keys that may stand in a file more than once. */
  private static final List<String> REPEATED = List.of("treatment", "peer", "keys", "operations");

  static final List<String> KEYS =
      List.of(
          "question",
          "baseline",
          "design",
          "to",
          "resolution",
          "treatment",
          "peer",
          "keys",
          "operations",
          "metrics",
          "seed",
          "replicates",
          "stop",
          "smallest-effect",
          "exploratory",
          "warm-up",
          "iterations",
          "fork-limit",
          "twin",
          "spare-blocks");

  private final SweepFile file;
  private final SpecFaults faults;
  private final Map<String, List<Entry>> byKey = new LinkedHashMap<>();

  SpecEntries(SweepFile file, SpecFaults faults) {
    this.file = file;
    this.faults = faults;
    file.entries().forEach(this::add);
  }

  private void add(Entry entry) {
    String key = entry.key();
    boolean isFactor = key.startsWith(FACTOR);
    List<Entry> said = byKey.computeIfAbsent(key, any -> new ArrayList<>());
    if (!isFactor && !KEYS.contains(key)) {
      faults.add(entry.line(), unknown(key));
    } else if (!said.isEmpty() && !REPEATED.contains(key)) {
      faults.add(
          entry.line(),
          key + ": said in line " + said.getFirst().line() + " already (expected once)");
    } else {
      said.add(entry);
    }
  }

  private static String unknown(String key) {
    String hint =
        key.contains(".") ? " Did you mean 'factor " + key + "'?" : DidYouMean.sentence(key, KEYS);
    return "key: '"
        + key
        + "' is unknown. Keys: factor NAME, "
        + String.join(", ", KEYS)
        + "."
        + hint;
  }

  SweepFile file() {
    return file;
  }

  List<Entry> all(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  Optional<Entry> one(String key) {
    return all(key).stream().findFirst();
  }

  int line(String key) {
    return one(key).map(Entry::line).orElse(0);
  }

  List<Entry> factors() {
    return file.entries().stream()
        .filter(entry -> entry.key().startsWith(FACTOR))
        .filter(entry -> all(entry.key()).contains(entry))
        .toList();
  }

  /** The value of a key, read; the default if it is not said or at fault. */
  <T> T read(String key, T otherwise, Function<String, T> reader) {
    Optional<Entry> entry = one(key);
    if (entry.isPresent()) {
      try {
        return reader.apply(entry.get().value());
      } catch (ConfigurationException error) {
        faults.add(entry.get().line(), error);
      }
    }
    return otherwise;
  }

  /** The items of all lists of a key, each read alone. */
  List<String> list(String key, Function<String, List<String>> reader, List<String> otherwise) {
    List<String> items = new ArrayList<>();
    for (Entry entry : all(key)) {
      faults.check(entry.line(), () -> items.addAll(reader.apply(entry.value())));
    }
    return all(key).isEmpty() ? otherwise : List.copyOf(items);
  }
}
