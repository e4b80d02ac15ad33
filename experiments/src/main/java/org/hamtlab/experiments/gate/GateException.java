package org.hamtlab.experiments.gate;

/** A map answered otherwise than {@link java.util.HashMap}; the message says when and how. */
public final class GateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public GateException(String message, Throwable cause) {
    super(message, cause);
  }
}
