package org.hamtlab.papers.evidence;

/** A claim's evidence lacks what its rule needs. */
public final class EvidenceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the exception. */
  public EvidenceException(String message) {
    super(message);
  }
}
