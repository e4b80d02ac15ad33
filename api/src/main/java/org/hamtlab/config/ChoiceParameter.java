package org.hamtlab.config;

import java.util.List;

/**
 * A parameter with named values. Numbers may be choices too ({@code 32}, {@code 60}, {@code 64}).
 *
 * @param name the name in phrases
 * @param unit the unit of its values, or an empty string
 * @param choices the permitted values, as phrases spell them
 * @param defaultText value where a phrase says nothing
 * @param sentence what it does
 */
public record ChoiceParameter(
    String name, String unit, List<String> choices, String defaultText, String sentence)
    implements Parameter<String> {

  /** Copies the choices. */
  public ChoiceParameter {
    choices = List.copyOf(choices);
    if (!choices.contains(defaultText)) {
      throw new IllegalArgumentException(name + ": default " + defaultText + " is no choice");
    }
  }

  @Override
  public String range() {
    return String.join("|", choices);
  }

  @Override
  public Class<String> type() {
    return String.class;
  }
}
