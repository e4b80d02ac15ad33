package org.hamtlab.experiments.store;

/**
 * A folder cannot be used as a bundle, or can no longer be written. The message names the subject,
 * the rule and the remedy, and is fit to be shown as it is.
 */
public final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message that can be shown as it is. */
  public BundleException(String message) {
    super(message);
  }

  /** Creates the exception with a message that can be shown as it is, and the cause. */
  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
