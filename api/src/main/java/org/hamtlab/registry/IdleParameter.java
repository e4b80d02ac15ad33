package org.hamtlab.registry;

import org.hamtlab.config.Condition;

/**
 * A parameter that does not matter in a treatment.
 *
 * @param factor its name as sweeps spell it, such as {@code layout.root-table-load}
 * @param value the value that it has
 * @param defaultValue the value that it would have if nobody said anything
 * @param condition what would have to hold for it to matter
 */
public record IdleParameter(String factor, Object value, Object defaultValue, Condition condition) {

  /** Whether its value is another one than the default, so that somebody may expect an effect. */
  public boolean isSet() {
    return !value.equals(defaultValue);
  }

  /** In one sentence. */
  public String sentence() {
    return factor + " matters only with " + condition + ", so it is idle.";
  }
}
