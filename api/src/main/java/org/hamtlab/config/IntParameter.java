package org.hamtlab.config;

import java.util.List;
import java.util.Optional;

/**
 * A parameter that is a whole number.
 *
 * @param name the name in phrases
 * @param unit the unit of its values
 * @param min smallest permitted value
 * @param max largest permitted value
 * @param defaultValue value where a phrase says nothing
 * @param sentence what it does
 * @param condition when it matters; empty if always
 */
public record IntParameter(
    String name,
    String unit,
    int min,
    int max,
    int defaultValue,
    String sentence,
    Optional<Condition> condition)
    implements Parameter<Integer> {

  /** A parameter that always matters. */
  public IntParameter(
      String name, String unit, int min, int max, int defaultValue, String sentence) {
    this(name, unit, min, max, defaultValue, sentence, Optional.empty());
  }

  @Override
  public String defaultText() {
    return Integer.toString(defaultValue);
  }

  @Override
  public String range() {
    return min + ".." + max;
  }

  @Override
  public Class<Integer> type() {
    return Integer.class;
  }

  @Override
  public IntParameter onlyWith(Condition condition) {
    return new IntParameter(name, unit, min, max, defaultValue, sentence, Optional.of(condition));
  }

  /** That the value lies in a range. */
  public Condition within(int from, int to) {
    if (from < min || to > max || from > to) {
      throw new IllegalArgumentException(name + ": " + from + ".." + to + " is not in " + range());
    }
    return new Condition(name, List.of(), from, to);
  }
}
