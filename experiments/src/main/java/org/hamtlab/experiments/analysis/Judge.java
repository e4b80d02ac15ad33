package org.hamtlab.experiments.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Refusal;

/**
 * Which word a comparison deserves, and the codes of METHOD that take it away or restrain it.
 *
 * @param smallestEffect smallest effect of interest, as a share
 * @param confidence confidence of the intervals
 * @param multiplicity how p-values were adjusted
 */
record Judge(double smallestEffect, double confidence, String multiplicity) {

  /** With fewer forks an interval means little. */
  static final int LEAST_FORKS = 3;

  /** A larger share of unsteady forks is more than chance. */
  private static final double UNSTEADY_SHARE = 0.25;

  /**
   * What is known about a comparison.
   *
   * @param ratio time by the baseline's
   * @param blocks blocks that have both
   * @param pAdjusted adjusted p-value against a ratio within the smallest effect
   * @param pEquivalent adjusted p-value against a ratio beyond it
   * @param floor share below which an effect is noise, and what says so
   * @param unsteady forks that were not steady, of the side that has more of them
   * @param forks forks of that side
   * @param displaced why the times leave out collection or teardown; empty if they do not
   * @param why what may be said about causes
   */
  record Evidence(
      Interval ratio,
      int blocks,
      double pAdjusted,
      double pEquivalent,
      Floor floor,
      int unsteady,
      int forks,
      String displaced,
      Cause why) {}

  /** A share, and where it comes from. */
  record Floor(double share, String source) {}

  /** A word, the rule that decided, the cause if one may be named, and the codes beside it. */
  record Verdict(String claim, String rule, String cause, List<Refusal> refusals) {}

  Verdict judge(Evidence evidence) {
    List<Refusal> against = new ArrayList<>();
    data(evidence, against);
    boolean slower = evidence.ratio().low() > 1 + smallestEffect;
    boolean faster = evidence.ratio().high() < 1 / (1 + smallestEffect);
    if (!slower && !faster && against.isEmpty() && evidence.pEquivalent() <= 1 - confidence) {
      return new Verdict(
          Analysis.EQUIVALENT,
          text("TOST: within %.3g %%, adjusted p = %.2g", percent(), evidence.pEquivalent()),
          "",
          List.of());
    }
    effect(evidence, slower || faster, against);
    if (!against.isEmpty()) {
      String rule = against.getFirst().code() + ": " + against.getFirst().sentence();
      return new Verdict(Analysis.NO_CLAIM, rule, "", against);
    }
    return new Verdict(
        slower ? Analysis.SLOWER : Analysis.FASTER,
        text(
            "interval clears %.3g %%, adjusted p = %.2g (%s)",
            percent(), evidence.pAdjusted(), multiplicity),
        evidence.why().factor(),
        evidence.why().refusals());
  }

  /** What forbids any word, "equivalent" too. */
  private static void data(Evidence evidence, List<Refusal> against) {
    if (evidence.blocks() < LEAST_FORKS) {
      against.add(
          Code.R9.because(
              text("%d blocks have both (expected %d or more).", evidence.blocks(), LEAST_FORKS)));
    }
    if (evidence.unsteady() > 1 && evidence.unsteady() > UNSTEADY_SHARE * evidence.forks()) {
      against.add(
          Code.R8.because(
              text(
                  "%d of %d forks reached no steady state.",
                  evidence.unsteady(), evidence.forks())));
    }
    if (!evidence.displaced().isEmpty()) {
      against.add(Code.R15.because(evidence.displaced()));
    }
  }

  /** What forbids a difference. */
  private void effect(Evidence evidence, boolean cleared, List<Refusal> against) {
    Interval ratio = evidence.ratio();
    if (!cleared) {
      against.add(
          Code.R1.because(
              text(
                  "[%s, %s] meets [%.3f, %.3f].",
                  end(ratio.low()),
                  end(ratio.high()),
                  1 / (1 + smallestEffect),
                  1 + smallestEffect)));
    }
    if (Math.abs(Math.log(ratio.value())) <= Math.log1p(evidence.floor().share())) {
      against.add(
          Code.R5.because(
              text(
                  "%s is off by %s %%.",
                  evidence.floor().source(), digits(100 * evidence.floor().share(), 2))));
    }
    if (cleared && evidence.pAdjusted() > 1 - confidence) {
      against.add(
          Code.R13.because(
              text(
                  "adjusted p = %.2g (%s, expected at most %.2g).",
                  evidence.pAdjusted(), multiplicity, 1 - confidence)));
    }
  }

  private double percent() {
    return 100 * smallestEffect;
  }

  /** An end of an interval around 1, to a thousandth; far from 1 to three digits. */
  private static String end(double ratio) {
    return ratio > 0.1 && ratio < 10 ? text("%.3f", ratio) : digits(ratio, 3);
  }

  /** A number rounded to so many digits, never with an exponent. */
  static String digits(double value, int count) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(count)).toPlainString()
        : Double.toString(value);
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
