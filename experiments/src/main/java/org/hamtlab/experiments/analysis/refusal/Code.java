package org.hamtlab.experiments.analysis.refusal;

import org.hamtlab.experiments.store.Analysis;

/** The refusals of METHOD, each with the sentence that explains it in every output. */
public enum Code {
  /** The interval meets the smallest effect. */
  R1("A difference whose interval meets the smallest effect of interest."),
  /** More than one factor changed. */
  R2("A cause, when more than one factor changed."),
  /** No counter moved. */
  R3("A cause whose counter did not move."),
  /** Attributions exceed the whole. */
  R4("Attributions that sum to more than the whole."),
  /** Below the noise floor. */
  R5("An effect below the A/A floor, or below the drift of the untouched control."),
  /** Another host, session or version. */
  R6("An absolute number, or a new verdict, across hosts, sessions or versions."),
  /** One size, or beyond those measured. */
  R7("A ranking from one size, or beyond the sizes measured."),
  /** Not steady. */
  R8("A steady-state figure from forks that were not steady."),
  /** Too few forks. */
  R9("Best-of, dropped outliers, or fewer than three forks."),
  /** Arithmetic on ratios. */
  R10("Subtracted ratios, and arithmetic means of ratios."),
  /** Memory without its convention. */
  R11("Memory without payload convention, flags of the virtual machine and high-water mark."),
  /** No allocation, counted in part. */
  R12("\"No allocation\" that was not counted from building to teardown."),
  /** Many comparisons, or an aliased design. */
  R13("A winner without control for the number of comparisons, or from an aliased design."),
  /** One score for a hash. */
  R14("One single score for the quality of a hash."),
  /** Heap against native memory. */
  R15("Heap against native memory without the cost of collection and teardown.");

  private final String sentence;

  Code(String sentence) {
    this.sentence = sentence;
  }

  /** What is refused, one sentence. */
  public String sentence() {
    return sentence;
  }

  /** This refusal where it applies, with what made it apply. */
  public Analysis.Refusal because(String reason) {
    return new Analysis.Refusal(name(), reason);
  }
}
