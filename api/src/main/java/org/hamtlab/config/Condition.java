package org.hamtlab.config;

import java.util.List;

/**
 * When a parameter matters: while another parameter of the same strategy has one of some values.
 * Otherwise it is idle, which means that maps with different values of it differ in nothing that
 * can be counted.
 *
 * @param parameter name of the other parameter
 * @param choices its values as phrases spell them; empty if it is a number
 * @param min its smallest value, if it is a number
 * @param max its largest value, if it is a number
 */
public record Condition(String parameter, List<String> choices, long min, long max) {

  /** Copies the choices. */
  public Condition {
    choices = List.copyOf(choices);
  }

  /** Whether it holds under the settings of a strategy, whether or not the other is idle itself. */
  public boolean holds(Settings settings) {
    Object value = settings.values().get(parameter);
    return value instanceof Number number
        ? min <= number.longValue() && number.longValue() <= max
        : choices.contains(String.valueOf(value));
  }

  /** As a phrase spells it, all values at once: {@code arrays=rounded|doubling}. */
  @Override
  public String toString() {
    return parameter + "=" + (choices.isEmpty() ? min + ".." + max : String.join("|", choices));
  }
}
