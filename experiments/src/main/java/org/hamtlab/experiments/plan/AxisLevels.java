package org.hamtlab.experiments.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Phrase.Value;

/**
 * What the factors of one key make of the baseline's value: {@code layout} and {@code layout.span}
 * are two factors of the key {@code layout}. Every combination of their levels is worked out once.
 *
 * @param <T> what a value of the key is read as
 */
final class AxisLevels<T> {
  /** The level that leaves the baseline's value, or a strategy's default, as it is. */
  static final String DEFAULT = "default";

  private final String key;
  private final Reader<T> reader;
  private final T baseline;
  private final List<Integer> order;
  private final List<SweptFactor> factors;
  private final Map<Integer, Outcome<T>> known = new HashMap<>();

  /** Reads the text of a value, with everything that it leaves out. */
  @FunctionalInterface
  interface Reader<T> {
    T read(String text);
  }

  /**
   * A combination worked out.
   *
   * @param value empty if it cannot be
   * @param reason why it cannot be
   * @param isLacking whether that is because a strategy lacks a parameter
   */
  record Outcome<T>(Optional<T> value, String reason, boolean isLacking) {}

  /**
   * Prepares a key.
   *
   * @param baseline what the key has in the baseline; its text spells every parameter
   * @param factors all factors of the sweep
   */
  AxisLevels(String key, T baseline, List<SweptFactor> factors, Reader<T> reader) {
    this.key = key;
    this.baseline = baseline;
    this.reader = reader;
    this.factors = factors;
    order =
        IntStream.range(0, factors.size())
            .boxed()
            .filter(i -> factors.get(i).path().key().equals(key))
            .sorted(Comparator.comparingInt(i -> factors.get(i).path().path().size()))
            .toList();
  }

  /** The value under one level index for each factor of the sweep. */
  Outcome<T> at(int[] cell) {
    int number = 0;
    for (int i : order) {
      number = number * factors.get(i).levels().size() + cell[i];
    }
    Outcome<T> outcome = known.get(number);
    if (outcome == null) {
      outcome = workOut(order.stream().map(i -> factors.get(i).levels().get(cell[i])).toList());
      known.put(number, outcome);
    }
    return outcome;
  }

  private Outcome<T> workOut(List<String> levels) {
    T value = baseline;
    try {
      for (int i = 0; i < levels.size(); i++) {
        FactorPath path = factors.get(order.get(i)).path();
        Value tree = FactorPath.parsed(value.toString());
        if (levels.get(i).equals(DEFAULT)) {
          continue;
        }
        Optional<Value> set = path.set(tree, levels.get(i));
        if (set.isEmpty()) {
          return new Outcome<>(Optional.empty(), lacking(path, path.owner(tree)), true);
        }
        value = reader.read(set.get().toString());
      }
      return new Outcome<>(Optional.of(value), "", false);
    } catch (ConfigurationException wrong) {
      return new Outcome<>(Optional.empty(), wrong.getMessage(), false);
    }
  }

  private String lacking(FactorPath path, Value owner) {
    return key
        + " "
        + owner.word().text()
        + " has no parameter "
        + path.path().getLast()
        + ". Add the level '"
        + DEFAULT
        + "' to "
        + key
        + "."
        + String.join(".", path.path())
        + " to compare it all the same.";
  }
}
