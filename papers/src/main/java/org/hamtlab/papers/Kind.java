package org.hamtlab.papers;

/** What decides a claim. */
public enum Kind {
  /** Deterministic counts, to be met to the last digit, equal on every machine. */
  EXACT,
  /** The published numbers themselves, computed anew. */
  ARITHMETIC,
  /** Times or bytes of this host, with intervals. */
  MEASURED
}
