package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.store.Analysis;

/**
 * Which word a ratio deserves, and the codes of METHOD that take it away or restrain it.
 *
 * @param smallestEffect smallest effect of interest, as a share
 * @param drift drift of the control, as a share
 */
record Judge(double smallestEffect, double drift) {

  /** With fewer forks an interval drawn from them means nothing. */
  private static final int LEAST_FORKS = 3;

  /** A word and the codes beside it. */
  record Verdict(String claim, List<String> refusals) {}

  Verdict judge(Bootstrap.Interval ratio, int leastForks, int changedAxes) {
    List<String> codes = new ArrayList<>();
    boolean slower = ratio.low() > 1 + smallestEffect;
    boolean faster = ratio.high() < 1 / (1 + smallestEffect);
    if (!slower && !faster) {
      codes.add("R1");
    }
    if (Math.abs(Math.log(ratio.value())) <= Math.log1p(drift)) {
      codes.add("R5");
    }
    if (leastForks < LEAST_FORKS) {
      codes.add("R9");
    }
    if (!codes.isEmpty()) {
      return new Verdict(Analysis.NO_CLAIM, codes);
    }
    return new Verdict(
        slower ? Analysis.SLOWER : Analysis.FASTER, changedAxes > 1 ? List.of("R2") : List.of());
  }
}
