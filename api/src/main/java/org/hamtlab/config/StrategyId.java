package org.hamtlab.config;

import java.util.regex.Pattern;

/**
 * The permanent name of a strategy within its axis: kebab-case, with the name of its maker and a
 * dot in front unless it is one of ours, as in {@code acme.pool}.
 */
public record StrategyId(String value) implements Comparable<StrategyId> {
  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9]*(-[a-z0-9]+)*\\.)*[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Checks the form. */
  public StrategyId {
    if (!FORM.matcher(value).matches()) {
      throw new ConfigurationException(
          "id: '"
              + value
              + "' (expected kebab-case words, with a maker's name and a dot in front for third"
              + " parties). Rename the strategy, for example 'acme.pool'.");
    }
  }

  @Override
  public int compareTo(StrategyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
