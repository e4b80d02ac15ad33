package org.hamtlab.config;

import java.util.List;
import java.util.Optional;

/**
 * A parameter with named values. Numbers may be choices too ({@code 32}, {@code 60}, {@code 64}).
 *
 * @param name the name in phrases
 * @param unit the unit of its values, or an empty string
 * @param choices the permitted values, as phrases spell them
 * @param defaultText value where a phrase says nothing
 * @param sentence what it does
 * @param condition when it matters; empty if always
 */
public record ChoiceParameter(
    String name,
    String unit,
    List<String> choices,
    String defaultText,
    String sentence,
    Optional<Condition> condition)
    implements Parameter<String> {

  /** Copies the choices. */
  public ChoiceParameter {
    choices = List.copyOf(choices);
    if (!choices.contains(defaultText)) {
      throw new IllegalArgumentException(name + ": default " + defaultText + " is no choice");
    }
  }

  /** A parameter that always matters. */
  public ChoiceParameter(
      String name, String unit, List<String> choices, String defaultText, String sentence) {
    this(name, unit, choices, defaultText, sentence, Optional.empty());
  }

  @Override
  public String range() {
    return String.join("|", choices);
  }

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public ChoiceParameter onlyWith(Condition condition) {
    return new ChoiceParameter(name, unit, choices, defaultText, sentence, Optional.of(condition));
  }

  /** That the value is one of some. */
  public Condition is(String... values) {
    if (values.length == 0 || !choices.containsAll(List.of(values))) {
      throw new IllegalArgumentException(
          name + ": " + String.join(", ", values) + " are not among " + range());
    }
    return new Condition(name, List.of(values), 0, 0);
  }
}
