package org.hamtlab.papers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hamtlab.papers.evidence.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a claim's evidence.
 *
 * @param verdict the verdict
 * @param decidedBy the rule of METHOD that decided: {@code exact}, {@code arithmetic}, {@code
 *     interval}, or the code of a refusal such as {@code R1}
 * @param measured the measured values, for people
 * @param interval of the quantity that decided; null for counts and arithmetic
 * @param refusals what is not said, each sentence with its code
 */
public record Judgement(
    Verdict verdict,
    String decidedBy,
    String measured,
    @Nullable Interval interval,
    List<String> refusals) {
  /** With fewer replicates an interval means nothing (R9). */
  private static final int LEAST_REPLICATES = 3;

  /** Copies. */
  public Judgement {
    refusals = List.copyOf(refusals);
  }

  /** A claim about counts: met to the last digit, or not. */
  public static Judgement exact(boolean isMet, String measured) {
    return new Judgement(
        isMet ? Verdict.SUPPORTED : Verdict.REFUTED, "exact", measured, null, List.of());
  }

  /** A claim about published numbers: it follows from them, or not. */
  public static Judgement arithmetic(boolean follows, String computed) {
    return new Judgement(
        follows ? Verdict.SUPPORTED : Verdict.REFUTED, "arithmetic", computed, null, List.of());
  }

  /** Supported if the whole interval is at least the threshold, refuted if all of it is below. */
  public static Judgement atLeast(Interval interval, double threshold, String what) {
    return within(interval, threshold, Double.POSITIVE_INFINITY, what);
  }

  /** Supported if the whole interval is at most the threshold, refuted if all of it is above. */
  public static Judgement atMost(Interval interval, double threshold, String what) {
    return within(interval, 0, threshold, what);
  }

  /** Supported if the whole interval is inside a range, refuted if all of it is outside. */
  public static Judgement within(Interval interval, double low, double high, String what) {
    String measured = what + " " + interval.text();
    if (interval.replicates() < LEAST_REPLICATES) {
      return inconclusive(
          "R9",
          measured
              + ", from "
              + interval.replicates()
              + " replicates (expected at least "
              + LEAST_REPLICATES
              + ")",
          interval);
    }
    if (interval.low() >= low && interval.high() <= high) {
      return new Judgement(Verdict.SUPPORTED, "interval", measured, interval, List.of());
    }
    if (interval.high() < low || interval.low() > high) {
      return new Judgement(Verdict.REFUTED, "interval", measured, interval, List.of());
    }
    return undecided("R1", interval, low, high, measured);
  }

  /** Neither, since a threshold lies inside; the text says how many replicates were missing. */
  public static Judgement undecided(
      String code, Interval interval, double low, double high, String measured) {
    return inconclusive(code, measured + "; " + power(interval, low, high), interval);
  }

  /** Neither; the text says what power was missing. */
  public static Judgement inconclusive(String code, String measured, @Nullable Interval interval) {
    return new Judgement(Verdict.INCONCLUSIVE, code, measured, interval, List.of());
  }

  /** This host or version cannot measure it. */
  public static Judgement notTestable(String reason) {
    return new Judgement(Verdict.NOT_TESTABLE_HERE, "not testable", reason, null, List.of());
  }

  /** The same with one more thing that is not said. */
  public Judgement refusing(String sentence) {
    List<String> more = Stream.concat(refusals.stream(), Stream.of(sentence)).toList();
    return new Judgement(verdict, decidedBy, measured, interval, more);
  }

  /** The same with more said about what was measured. */
  public Judgement noting(String more) {
    return new Judgement(verdict, decidedBy, measured + "; " + more, interval, refusals);
  }

  /** All parts of a claim must hold: refuted if one is, else inconclusive if one is. */
  public static Judgement all(List<Judgement> parts) {
    Judgement decisive =
        Stream.of(
                Verdict.NOT_TESTABLE_HERE, Verdict.REFUTED, Verdict.INCONCLUSIVE, Verdict.SUPPORTED)
            .flatMap(verdict -> parts.stream().filter(part -> part.verdict() == verdict))
            .findFirst()
            .orElseThrow();
    String measured = String.join("; ", parts.stream().map(Judgement::measured).toList());
    List<String> refusals = parts.stream().flatMap(p -> p.refusals().stream()).distinct().toList();
    return new Judgement(
        decisive.verdict(), decisive.decidedBy(), measured, decisive.interval(), refusals);
  }

  /** How many replicates would have parted the interval from the nearer threshold. */
  private static String power(Interval interval, double low, double high) {
    double distance = Math.min(distance(interval.value(), low), distance(interval.value(), high));
    double half = Math.log(interval.high() / interval.low()) / 2;
    double needed = interval.replicates() * Math.pow(half / distance, 2);
    return Double.isFinite(needed) && needed < 1e6
        ? String.format(
            Locale.ROOT,
            "the threshold lies inside; about %,d replicates instead of %d would have decided",
            (long) Math.ceil(needed),
            interval.replicates())
        : "the estimate lies on the threshold; no number of replicates would have decided";
  }

  private static double distance(double value, double threshold) {
    return threshold <= 0 || Double.isInfinite(threshold)
        ? Double.POSITIVE_INFINITY
        : Math.abs(Math.log(value / threshold));
  }
}
