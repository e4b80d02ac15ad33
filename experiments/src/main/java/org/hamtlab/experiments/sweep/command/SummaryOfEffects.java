package org.hamtlab.experiments.sweep.command;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Attribution;
import org.hamtlab.experiments.store.Analysis.Effect;
import org.hamtlab.experiments.store.Analysis.Refusal;

/** What factors are worth, and what is refused, in text. */
final class SummaryOfEffects {
  private final Analysis analysis;
  private final Line out;

  /** Takes a formatted line. */
  @FunctionalInterface
  interface Line {
    void of(String format, Object... values);
  }

  SummaryOfEffects(Analysis analysis, Line out) {
    this.analysis = analysis;
    this.out = out;
  }

  void effects() {
    List<Effect> claimed =
        analysis.effects().stream().filter(e -> e.claim().equals(Analysis.EFFECT)).toList();
    if (analysis.effects().isEmpty()) {
      return;
    }
    out.of("");
    out.of(
        "Effects of factors: %d of %d terms%s",
        claimed.size(), analysis.effects().size(), claimed.isEmpty() ? "" : ":");
    for (Effect effect : claimed) {
      out.of(
          "  %s, %s: %s  %.1f %% of time, omega² %.2f, adjusted p = %.2g",
          effect.operation(),
          effect.keys(),
          effect.term(),
          100 * effect.size(),
          effect.omegaSquared(),
          effect.pAdjusted());
    }
  }

  void attributions() {
    if (analysis.attributions().isEmpty()) {
      return;
    }
    out.of("");
    out.of("What each factor is worth, added first and removed first (ratio of time, interval):");
    for (Attribution each : analysis.attributions()) {
      out.of(
          "  %s, %s: %-24s added %.3f [%.3f, %.3f]  removed %.3f [%.3f, %.3f]%s%s",
          each.operation(),
          each.keys(),
          each.factor(),
          each.added(),
          each.addedLow(),
          each.addedHigh(),
          each.removed(),
          each.removedLow(),
          each.removedHigh(),
          each.interacts() ? "  interacts with the others" : "",
          each.refusals().isEmpty() ? "" : " (" + String.join(", ", each.refusals()) + ")");
    }
  }

  /** Every code with its sentence, then why it applies to the bundle. */
  void refusals() {
    out.of("");
    out.of("Refused:");
    for (Refusal code : analysis.codes()) {
      out.of("  %-3s %s", code.code(), code.sentence());
      reasons(code.code()).forEach(reason -> out.of("        %s", reason));
    }
  }

  /** Reasons of the whole bundle, or the first of those of its parts. */
  private Set<String> reasons(String code) {
    Set<String> reasons = new TreeSet<>();
    analysis.refusals().stream()
        .filter(r -> r.code().equals(code))
        .forEach(r -> reasons.add(r.sentence()));
    if (!reasons.isEmpty()) {
      return reasons;
    }
    for (Analysis.Cell cell : analysis.cells()) {
      first(reasons, code, cell.refusals(), cell.reasons(), cell.operation() + " " + cell.label());
    }
    for (Effect effect : analysis.effects()) {
      first(reasons, code, effect.refusals(), effect.reasons(), effect.term());
    }
    for (Attribution each : analysis.attributions()) {
      first(reasons, code, each.refusals(), each.reasons(), each.operation());
    }
    for (Analysis.Memory memory : analysis.memory()) {
      first(
          reasons,
          code,
          memory.refusals().stream().map(Refusal::code).toList(),
          memory.refusals().stream().map(Refusal::sentence).toList(),
          memory.treatment());
    }
    return reasons;
  }

  private static void first(
      Set<String> reasons, String code, List<String> codes, List<String> sentences, String who) {
    int at = codes.indexOf(code);
    if (at >= 0 && reasons.isEmpty()) {
      reasons.add("for one, " + who + ": " + sentences.get(at));
    }
  }
}
