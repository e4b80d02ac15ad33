package org.hamtlab.config;

/**
 * Something that a user or a plug-in configured is wrong. The message names the subject, the value,
 * the rule and the remedy, and is fit to be shown as it is.
 */
public final class ConfigurationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message that can be shown as it is. */
  public ConfigurationException(String message) {
    super(message);
  }

  /** Creates the exception with a message that can be shown as it is, and the cause. */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
