package org.hamtlab.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value for every parameter of one strategy, in declaration order. Values are looked up by the
 * parameter's name, so a second copy of a provider's class reads them as well as the first.
 */
public final class Settings {
  /** The settings of a strategy without parameters. */
  public static final Settings EMPTY = new Settings(Map.of());

  private final Map<String, Object> values;

  /**
   * Creates settings.
   *
   * @param values parameter name to value: Integer, Long, String or {@link Selection}
   */
  public Settings(Map<String, ?> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of a parameter. */
  public <T> T get(Parameter<T> parameter) {
    Object value = values.get(parameter.name());
    if (value == null) {
      throw new IllegalStateException(
          parameter.name() + ": not set. Set: " + values.keySet() + ". Declare the parameter.");
    }
    return parameter.type().cast(value);
  }

  /** A choice whose values are numbers, as a number. */
  public int number(ChoiceParameter parameter) {
    return Integer.parseInt(get(parameter));
  }

  /** The values by parameter name, in declaration order. */
  public Map<String, Object> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The settings as the canonical phrase spells them: {@code {name=value,…}}, or nothing. */
  @Override
  public String toString() {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }
}
