package org.hamtlab.papers;

/** What came of re-testing a claim. */
public enum Verdict {
  /** What was measured meets the claim by its rule. */
  SUPPORTED,
  /** What was measured contradicts the claim by its rule. */
  REFUTED,
  /** The measurement lacks the power to decide. */
  INCONCLUSIVE,
  /** This machine or version cannot measure it. */
  NOT_TESTABLE_HERE;

  /** The words of the ledger. */
  public String words() {
    return name().replace('_', ' ');
  }
}
