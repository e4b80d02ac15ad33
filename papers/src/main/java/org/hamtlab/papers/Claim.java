package org.hamtlab.papers;

/** One published claim and the experiment that decides it. */
public interface Claim {

  /** The claim's id in the ledger, such as {@code B1}. */
  String id();

  /** The claim in one sentence. */
  String statement();

  /** Where it was published. */
  String source();

  /** The rule that decides, fixed before anything is measured. */
  String rule();

  /** The value that the rule compares with. */
  String threshold();

  /** The command that shows the measurement. */
  String command();

  /** Runs the experiment. */
  Result test();

  /**
   * What an experiment found.
   *
   * @param verdict by the rule
   * @param measured the measured values, for people
   * @param ciLow lower end of the interval; {@code null} for exact counts
   * @param ciHigh upper end of the interval; {@code null} for exact counts
   */
  record Result(Verdict verdict, String measured, Double ciLow, Double ciHigh) {}
}
