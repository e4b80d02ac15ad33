package org.hamtlab.registry;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.config.Faults;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Phrase.Assignment;
import org.hamtlab.config.Phrase.Value;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;

/**
 * Turns values of a syntax tree into selections: looks strategies up, checks what is said of their
 * parameters and fills in the defaults. One instance serves one phrase.
 */
final class SelectionResolver {
  private final Installed installed;
  private final Faults faults;
  private final boolean reportsUnknownIds;
  private final Deque<String> defaultsUnderway = new ArrayDeque<>();

  /**
   * Creates a resolver.
   *
   * @param faults receives everything that is wrong
   */
  SelectionResolver(Installed installed, Faults faults) {
    this(installed, faults, true);
  }

  private SelectionResolver(Installed installed, Faults faults, boolean reportsUnknownIds) {
    this.installed = installed;
    this.faults = faults;
    this.reportsUnknownIds = reportsUnknownIds;
  }

  /**
   * Checks the defaults of every strategy that is installed. A default that names a strategy which
   * is not installed is no fault until a phrase relies on it.
   */
  static void checkDefaults(Installed installed, Faults faults) {
    for (InstalledStrategy strategy : installed.all()) {
      Faults found = new Faults();
      new SelectionResolver(installed, found, false).selection(strategy, List.of());
      found
          .sentences()
          .forEach(sentence ->
              faults.add(
                  Origin.of(strategy.provider().getClass())
                      + ": a default of "
                      + strategy.id()
                      + " is wrong. "
                      + sentence));
    }
  }

  /**
   * Resolves one value.
   *
   * @param subject what the value is given to, for errors
   * @return the selection; {@link Selection#NONE} after a fault
   */
  Selection selection(String subject, Axis axis, Value value) {
    String id = value.word().text();
    Optional<InstalledStrategy> strategy = installed.find(axis, id);
    if (strategy.isEmpty()) {
      if (reportsUnknownIds) {
        faults.add(installed.unknown(subject, axis, id));
      }
      return Selection.NONE;
    }
    return selection(strategy.get(), value.parameters());
  }

  /** A strategy with what is said of its parameters; those left out take their defaults. */
  Selection selection(InstalledStrategy strategy, List<Assignment> given) {
    return Selection.of(
        strategy.provider().id(), settings(strategy.id(), strategy.parameters(), given));
  }

  /** What is said of the parameters of something with a name. */
  Settings settings(String owner, List<? extends Parameter<?>> parameters, List<Assignment> given) {
    List<String> names = parameters.stream().map(parameter -> parameter.name()).toList();
    Map<String, Value> said = new LinkedHashMap<>();
    for (Assignment assignment : given) {
      String name = assignment.name().text();
      if (!names.contains(name)) {
        faults.add(unknownParameter(owner, names, name));
      }
      said.put(name, assignment.value());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : parameters) {
      String subject = owner + "." + parameter.name();
      Value value = said.get(parameter.name());
      values.put(
          parameter.name(),
          value == null ? defaultOf(subject, parameter) : value(subject, parameter, value));
    }
    return new Settings(values);
  }

  private static String unknownParameter(String owner, List<String> names, String name) {
    return owner
        + "."
        + name
        + ": unknown parameter. "
        + (names.isEmpty()
            ? owner + " has no parameters. Leave it out."
            : "Parameters: " + String.join(", ", names) + "." + DidYouMean.sentence(name, names));
  }

  /** The value of a parameter of which nothing is said. */
  Object defaultOf(String subject, Parameter<?> parameter) {
    return switch (parameter) {
      case IntParameter number -> number.defaultValue();
      case LongParameter number -> number.defaultValue();
      case ChoiceParameter choice -> choice.defaultText();
      case StrategyParameter nested -> nestedDefault(subject, nested);
    };
  }

  private Selection nestedDefault(String subject, StrategyParameter parameter) {
    if (defaultsUnderway.contains(subject)) {
      faults.add(
          subject
              + ": "
              + parameter.defaultText()
              + " (expected a default that does not lead back to "
              + subject
              + "). Spell "
              + subject
              + " in the phrase, or repair the plug-in.");
      return Selection.NONE;
    }
    defaultsUnderway.push(subject);
    try {
      return Phrase.parseValue(parameter.defaultText(), faults)
          .map(value -> nested(subject, parameter, value))
          .orElse(Selection.NONE);
    } finally {
      defaultsUnderway.pop();
    }
  }

  private Object value(String subject, Parameter<?> parameter, Value value) {
    if (!(parameter instanceof StrategyParameter) && !value.parameters().isEmpty()) {
      return fault(subject, value.toString(), parameter, "Leave the braces out.");
    }
    String text = value.word().text();
    return switch (parameter) {
      case IntParameter number ->
          number(subject, number, text, number.min(), number.max())
              .map(BigInteger::intValue)
              .orElse(0);
      case LongParameter number ->
          number(subject, number, text, number.min(), number.max())
              .map(BigInteger::longValue)
              .orElse(0L);
      case ChoiceParameter choice -> choice(subject, choice, text);
      case StrategyParameter nested -> nested(subject, nested, value);
    };
  }

  private Optional<BigInteger> number(
      String subject, Parameter<?> parameter, String text, long min, long max) {
    Optional<BigInteger> number = Numbers.parse(text);
    if (number.isEmpty()) {
      fault(subject, "'" + text + "'", parameter, Numbers.HINT);
    } else if (number.get().compareTo(BigInteger.valueOf(min)) < 0
        || number.get().compareTo(BigInteger.valueOf(max)) > 0) {
      fault(subject, text, parameter, "");
      return Optional.empty();
    }
    return number;
  }

  private String choice(String subject, ChoiceParameter parameter, String text) {
    return parameter.choices().contains(text)
        ? text
        : fault(
            subject, "'" + text + "'", parameter, DidYouMean.sentence(text, parameter.choices()));
  }

  private Selection nested(String subject, StrategyParameter parameter, Value value) {
    if (value.word().text().equals(Selection.NONE.name()) && parameter.mayBeNone()) {
      if (!value.parameters().isEmpty()) {
        faults.add(subject + ": " + value + " (expected none without braces). Leave them out.");
      }
      return Selection.NONE;
    }
    return selection(subject, parameter.axis(), value);
  }

  private String fault(String subject, String value, Parameter<?> parameter, String remedy) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    faults.add(
        (subject + ": " + value + " (expected " + parameter.range() + unit + "). " + remedy.strip())
            .strip()
            .replaceFirst("\\)\\.$", ")"));
    return "";
  }
}
