package org.hamtlab.config;

/**
 * A parameter that is a whole number.
 *
 * @param name the name in phrases
 * @param unit the unit of its values
 * @param min smallest permitted value
 * @param max largest permitted value
 * @param defaultValue value where a phrase says nothing
 * @param sentence what it does
 */
public record IntParameter(
    String name, String unit, int min, int max, int defaultValue, String sentence)
    implements Parameter<Integer> {

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
}
