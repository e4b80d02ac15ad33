package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Phrase.Assignment;
import org.hamtlab.config.Phrase.Value;
import org.hamtlab.config.Phrase.Word;

/**
 * Where a factor stands in a phrase: {@code allocator.parent.chunk} has the key {@code allocator}
 * and the path {@code parent}, {@code chunk}; a factor without a path is the key itself.
 *
 * @param key an axis or a run-level key
 * @param path names of parameters, each inside the strategy that the one before it names
 */
record FactorPath(String key, List<String> path) {
  private static final List<String> RUN_LEVEL = List.of("assembly", "build", "reclaim");
  private static final List<String> KEYS =
      Stream.concat(Arrays.stream(Axis.values()).map(Axis::key), RUN_LEVEL.stream()).toList();

  static FactorPath of(String factor) {
    List<String> words = List.of(factor.split("\\.", -1));
    String key = words.getFirst();
    if (!KEYS.contains(key) || words.stream().anyMatch(String::isBlank)) {
      throw new ConfigurationException(
          "factor: '"
              + factor
              + "' (expected an axis or a run-level key, with .parameter behind it). Keys: "
              + String.join(", ", KEYS)
              + "."
              + DidYouMean.sentence(key, KEYS));
    }
    return new FactorPath(key, words.subList(1, words.size()));
  }

  /** The axis, empty for a run-level key. */
  Optional<Axis> axis() {
    return Arrays.stream(Axis.values()).filter(axis -> axis.key().equals(key)).findFirst();
  }

  /**
   * A value with a level set in it.
   *
   * @return empty if the strategy on the way has no parameter of that name
   */
  Optional<Value> set(Value value, String level) {
    return set(value, path, parsed(level));
  }

  private static Optional<Value> set(Value value, List<String> path, Value level) {
    if (path.isEmpty()) {
      return Optional.of(level.over(value));
    }
    Map<String, Assignment> parameters = new LinkedHashMap<>();
    value.parameters().forEach(given -> parameters.put(given.name().text(), given));
    Assignment inner = parameters.get(path.getFirst());
    if (inner == null) {
      return Optional.empty();
    }
    return set(inner.value(), path.subList(1, path.size()), level)
        .map(set -> {
          parameters.put(path.getFirst(), new Assignment(inner.name(), set));
          return new Value(value.word(), List.copyOf(parameters.values()));
        });
  }

  /** The strategy on whose parameters the path ends, or breaks off. */
  Value owner(Value value) {
    Value owner = value;
    for (String name : path) {
      Optional<Value> inner =
          owner.parameters().stream()
              .filter(given -> given.name().text().equals(name))
              .map(Assignment::value)
              .findFirst();
      if (inner.isEmpty() || inner.get().parameters().isEmpty()) {
        return owner;
      }
      owner = inner.get();
    }
    return owner;
  }

  static Value parsed(String text) {
    Faults faults = new Faults();
    Value value =
        Phrase.parseValue(text, faults).orElseGet(() -> new Value(new Word("", 1), List.of()));
    faults.throwIfAny();
    return value;
  }
}
