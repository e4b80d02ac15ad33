package org.hamtlab.config;

import java.util.Optional;

/**
 * A parameter that is a whole number of 64 bits, such as a seed.
 *
 * @param name the name in phrases
 * @param unit the unit of its values
 * @param min smallest permitted value
 * @param max largest permitted value
 * @param defaultValue value where a phrase says nothing
 * @param sentence what it does
 * @param condition when it matters; empty if always
 */
public record LongParameter(
    String name,
    String unit,
    long min,
    long max,
    long defaultValue,
    String sentence,
    Optional<Condition> condition)
    implements Parameter<Long> {

  /** A parameter that always matters. */
  public LongParameter(
      String name, String unit, long min, long max, long defaultValue, String sentence) {
    this(name, unit, min, max, defaultValue, sentence, Optional.empty());
  }

  @Override
  public String defaultText() {
    return Long.toString(defaultValue);
  }

  @Override
  public String range() {
    return min + ".." + max;
  }

  @Override
  public Class<Long> type() {
    return Long.class;
  }

  @Override
  public LongParameter onlyWith(Condition condition) {
    return new LongParameter(name, unit, min, max, defaultValue, sentence, Optional.of(condition));
  }
}
