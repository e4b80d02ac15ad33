package org.hamtlab.experiments.key;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;

/** The kinds of keys. */
public enum KeyKind {
  /** Boxed longs 0..N−1 in ascending order. */
  SEQUENTIAL("sequential", "N", 1, 1),
  /** Boxed longs 0..N−1 in random order. */
  SHUFFLED("shuffled", "N", 1, 1),
  /** Distinct random longs. */
  RANDOM("random", "N", 1, 1),
  /** Boxed longs 0, STEP, 2·STEP, … */
  STRIDED("strided", "N:STEP", 2, 2),
  /** N draws of ranks 0..N−1, popular ranks often; keys repeat. */
  ZIPF("zipf", "N:EXPONENT", 2, 2),
  /** Random UUIDs of version 4. */
  UUID("uuid", "N", 1, 1),
  /** Distinct keys whose hash codes are equal in their low BITS bits and differ above. */
  COLLIDING("colliding", "N:BITS", 2, 2),
  /** Words: the parts of the class names of the running JDK. */
  WORDS("words", "[N]", 0, 1),
  /** Class names of the running JDK. */
  CLASSES("classes", "[N]", 0, 1),
  /** The lines of a file. */
  FILE("file", "PATH", 1, 1);

  private final String key;
  private final String arguments;
  private final int minArguments;
  private final int maxArguments;

  KeyKind(String key, String arguments, int minArguments, int maxArguments) {
    this.key = key;
    this.arguments = arguments;
    this.minArguments = minArguments;
    this.maxArguments = maxArguments;
  }

  static KeyKind of(String name, String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.key.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ConfigurationException("keys: '" + text + "' (expected one of " + forms() + ")."));
  }

  static String forms() {
    return Arrays.stream(values()).map(KeyKind::form).collect(Collectors.joining(", "));
  }

  /** The word in a phrase. */
  public String key() {
    return key;
  }

  String form() {
    String list = arguments.startsWith("[") ? "[:" + arguments.substring(1) : ":" + arguments;
    return key + list;
  }

  int minArguments() {
    return minArguments;
  }

  int maxArguments() {
    return maxArguments;
  }
}
