package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;

/**
 * What is timed, always per key or version: {@code put}, {@code get{hit-ratio=0.9}}.
 *
 * @param kind what is done
 * @param argument its number; 0 for a kind that takes none
 */
public record Operation(OperationKind kind, double argument) {
  private static final Pattern FORM =
      Pattern.compile("([^{}]+?)\\s*(?:\\{\\s*(?:([a-z-]+)\\s*=\\s*([0-9.]+)\\s*)?\\})?");

  /** Look-up of keys that are there. */
  public static final Operation GET_HIT = of("get-hit");

  /** Look-up of keys that are not there. */
  public static final Operation GET_MISS = of("get-miss");

  /** Building from empty, one by one. */
  public static final Operation PUT = of("put");

  /** Emptying a full map. */
  public static final Operation REMOVE = of("remove");

  /** One pass over all entries. */
  public static final Operation ITERATE = of("iterate");

  /** The operation of a word, with its number in braces or without. */
  public static Operation of(String text) {
    Matcher form = FORM.matcher(text.strip());
    String word = form.matches() ? form.group(1) : text;
    OperationKind kind =
        Arrays.stream(OperationKind.values())
            .filter(k -> k.id().equals(word))
            .findFirst()
            .orElseThrow(() -> unknown(word));
    Optional<OperationKind.Argument> argument = kind.argument();
    if (form.group(2) == null) {
      return new Operation(kind, argument.map(OperationKind.Argument::usual).orElse(0.0));
    }
    if (argument.isEmpty() || !argument.get().name().equals(form.group(2))) {
      throw new ConfigurationException(
          word
              + "."
              + form.group(2)
              + ": unknown parameter. "
              + argument.map(a -> "Parameters: " + a.name() + ".").orElse("There are none."));
    }
    return new Operation(kind, number(word, argument.get(), form.group(3)));
  }

  private static double number(String word, OperationKind.Argument argument, String text) {
    try {
      double number = Double.parseDouble(text);
      boolean isWhole = number == Math.rint(number);
      if (number >= argument.low()
          && number <= argument.high()
          && (isWhole || !argument.isWhole())) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      throw wrong(word, argument, text);
    }
    throw wrong(word, argument, text);
  }

  private static ConfigurationException wrong(
      String word, OperationKind.Argument argument, String text) {
    return new ConfigurationException(
        String.format(
            Locale.ROOT,
            "%s.%s: '%s' (expected %.0f..%.0f)",
            word,
            argument.name(),
            text,
            argument.low(),
            argument.high()));
  }

  private static ConfigurationException unknown(String word) {
    return new ConfigurationException(
        "operation: '"
            + word
            + "' is not known. Known: "
            + String.join(", ", OperationKind.ids())
            + "."
            + DidYouMean.sentence(word, OperationKind.ids()));
  }

  /** The word in plans and samples: every number spelled. */
  public String id() {
    return kind.argument()
        .map(a -> kind.id() + "{" + a.name() + "=" + spelled(a) + "}")
        .orElse(kind.id());
  }

  private String spelled(OperationKind.Argument parameter) {
    return parameter.isWhole() ? Long.toString((long) argument) : Double.toString(argument);
  }

  @Override
  public String toString() {
    return id();
  }
}
