package org.hamtlab.config;

/**
 * A parameter that is a whole number of 64 bits, such as a seed.
 *
 * @param name the name in phrases
 * @param unit the unit of its values
 * @param min smallest permitted value
 * @param max largest permitted value
 * @param defaultValue value where a phrase says nothing
 * @param sentence what it does
 */
public record LongParameter(
    String name, String unit, long min, long max, long defaultValue, String sentence)
    implements Parameter<Long> {

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
}
