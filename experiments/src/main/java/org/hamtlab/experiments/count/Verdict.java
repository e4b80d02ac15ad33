package org.hamtlab.experiments.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;

/**
 * Whether a measured shape deviates from the predicted one, and whether the hash or the code is at
 * fault: the code, if maps filled under a perfect hash deviate; the hash, if the keys deviate from
 * what such maps are like.
 *
 * @param fault what is at fault
 * @param deviating the counters that say so
 * @param sentence the verdict in words
 */
public record Verdict(Fault fault, List<String> deviating, String sentence) {
  /** Deviations of the code below so many standard deviations are the oracle's own rounding. */
  private static final double SMALLEST_FAULT = 0.5;

  /** What is at fault. */
  public enum Fault {
    /** Nothing: the shape is as predicted. */
    NONE("none"),
    /** The mixer, or the hash codes that it mixes. */
    HASH("hash"),
    /** The layout, the compression, the engine, or the oracle. */
    CODE("code"),
    /** Both. */
    BOTH("hash and code"),
    /** The shape deviates, and there is no perfect hash to compare it with. */
    UNKNOWN("hash or code"),
    /** The oracle does not know such tries. */
    NOT_PREDICTED("not predicted");

    private final String key;

    Fault(String key) {
      this.key = key;
    }

    /** The word in reports. */
    public String key() {
      return key;
    }

    /** Whether the code is at fault. */
    public boolean isOfTheCode() {
      return this == CODE || this == BOTH;
    }
  }

  /**
   * Judges a count.
   *
   * @param perfect maps of a perfect hash; none if there are no tries
   * @param reason why there are no tries
   */
  static Verdict of(
      Registry registry,
      Treatment treatment,
      Counters counters,
      PerfectHash perfect,
      String reason) {
    Map<String, Estimate> predictions = counters.predictions();
    if (predictions.isEmpty()) {
      return new Verdict(
          Fault.NOT_PREDICTED, List.of(), "the oracle does not know tries with a root table");
    }
    int span = LayoutDigits.of(registry, treatment).span();
    return new Judge(span, counters, perfect).verdict(reason);
  }

  private static final class Judge {
    private final Counters counters;
    private final PerfectHash perfect;
    private final Surprise surprise;
    private final List<String> odd = new ArrayList<>();
    private final List<String> byHash = new ArrayList<>();
    private final List<String> byCode = new ArrayList<>();

    Judge(int span, Counters counters, PerfectHash perfect) {
      this.counters = counters;
      this.perfect = perfect;
      this.surprise =
          new Surprise(
              span,
              counters.predictions().get("internalNodes").expected(),
              counters.predictions().get("leafNodes").expected());
      counters.predictions().forEach(this::judge);
    }

    private void judge(String counter, Estimate estimate) {
      double deviation = measured(counter) - estimate.expected();
      if (deviates(counter, estimate, deviation, 1)) {
        odd.add(counter);
      }
      if (perfect.tries() == 0) {
        return;
      }
      double ofTheCode = perfect.mean(counter) - estimate.expected();
      boolean isLarge = Math.abs(ofTheCode) > SMALLEST_FAULT * estimate.sd();
      boolean isCode =
          isLarge && deviates(counter, estimate, ofTheCode * perfect.tries(), perfect.tries());
      if (isCode) {
        byCode.add(counter);
      }
      if (deviates(counter, estimate, isCode ? deviation - ofTheCode : deviation, 1)) {
        byHash.add(counter);
      }
    }

    private double measured(String counter) {
      return ((Number) counters.fields().get(counter)).doubleValue();
    }

    private boolean deviates(String counter, Estimate estimate, double deviation, int tries) {
      return surprise.bits(counter, estimate, deviation, tries) >= Surprise.DEVIATES;
    }

    Verdict verdict(String reason) {
      if (perfect.tries() == 0) {
        return odd.isEmpty()
            ? new Verdict(Fault.NONE, odd, "the shape is that of a perfect hash")
            : new Verdict(
                Fault.UNKNOWN,
                odd,
                distances(odd) + "; no map of a perfect hash to compare with: " + reason);
      }
      if (byCode.isEmpty()) {
        return byHash.isEmpty()
            ? new Verdict(Fault.NONE, odd, "the shape is that of a perfect hash")
            : new Verdict(
                Fault.HASH,
                byHash,
                distances(byHash)
                    + "; under a perfect hash the same code gives the predicted shape");
      }
      return byHash.isEmpty()
          ? new Verdict(Fault.CODE, byCode, "a perfect hash deviates too: " + means())
          : new Verdict(
              Fault.BOTH,
              byHash,
              distances(byHash) + "; a perfect hash deviates as well: " + means());
    }

    private String distances(List<String> names) {
      return text(names, 1);
    }

    private String means() {
      return text(byCode, perfect.tries()) + " on average over " + perfect.tries() + " maps";
    }

    private String text(List<String> names, int tries) {
      List<String> parts = new ArrayList<>();
      for (String name : names) {
        Estimate estimate = counters.predictions().get(name);
        double value = tries == 1 ? measured(name) : perfect.mean(name);
        parts.add(
            name
                + estimate
                    .whyNoDistance(value)
                    .map(reason -> " " + reason)
                    .orElseGet(() -> String.format(Locale.ROOT, " z=%.1f", estimate.z(value))));
      }
      return String.join(", ", parts);
    }
  }
}
