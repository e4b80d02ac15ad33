package org.hamtlab.experiments.compare;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hamtlab.experiments.compare.Comparison.Pair;
import org.hamtlab.experiments.compare.Comparison.Ratio;
import org.hamtlab.experiments.compare.Comparison.Side;
import org.hamtlab.experiments.compare.Comparison.Times;
import org.hamtlab.experiments.terminal.Table;

/** A comparison in text. */
final class ComparisonText {
  /** Longer values of a difference are cut here. */
  private static final int WIDTH = 48;

  private ComparisonText() {}

  static void print(Comparison comparison, PrintWriter out) {
    side("first ", comparison.first(), out);
    side("second", comparison.second(), out);
    out.println("Ratios of time to the common baseline; below 1 is faster:");
    out.println("  " + comparison.baseline());
    pairs(comparison.pairs(), out);
    times(comparison.times(), out);
    differences(comparison, out);
    comparison
        .left()
        .forEach(
            left -> out.println("Not side by side: " + left.what() + " (" + left.reason() + ")"));
    out.println();
    comparison
        .refusals()
        .forEach(refusal -> out.println("Refused (" + refusal.code() + "): " + refusal.sentence()));
    out.printf(
        Locale.ROOT,
        "Agreement: %d of %d ratios agree within their intervals (%.1f expected where nothing"
            + " changed); those with fewer than three forks are not judged (R9)%n",
        comparison.agreement().agreeing(),
        comparison.agreement().judged(),
        comparison.agreement().expected());
  }

  private static void side(String name, Side side, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %s, %s, %d forks%s, %.0f %% intervals%n",
        name,
        side.dir(),
        side.run(),
        side.forksDone(),
        side.complete() ? "" : " (not complete)",
        100 * side.confidence());
  }

  private static void pairs(List<Pair> pairs, PrintWriter out) {
    Map<String, List<Pair>> groups =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    pair -> pair.operation() + ", " + pair.keys(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.forEach((title, group) -> {
      out.println();
      out.println(title);
      Table table = new Table().row("  treatment", "first", "", "second", "", "agree");
      group.forEach(pair ->
          table.row(
              "  " + pair.treatment(),
              interval(pair.first()),
              claim(pair.first()),
              interval(pair.second()),
              claim(pair.second()),
              pair.agrees()));
      table.print(out);
    });
  }

  private static void times(List<Times> times, PrintWriter out) {
    if (!times.isEmpty()) {
      out.println();
      Table table = new Table().row("nanoseconds per operation", "", "", "first", "second");
      times.forEach(time ->
          table.row(
              time.operation(),
              time.keys(),
              time.treatment(),
              String.format(Locale.ROOT, "%.1f", time.first()),
              String.format(Locale.ROOT, "%.1f", time.second())));
      table.print(out);
    }
  }

  private static String interval(Ratio ratio) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", ratio.value(), ratio.low(), ratio.high());
  }

  private static String claim(Ratio ratio) {
    return ratio.refusals().isEmpty()
        ? ratio.claim()
        : ratio.claim() + " (" + String.join(", ", ratio.refusals()) + ")";
  }

  private static void differences(Comparison comparison, PrintWriter out) {
    out.println();
    if (comparison.differences().isEmpty()) {
      out.println("Plan, host, virtual machine, sources and jars are the same.");
      return;
    }
    Table table = new Table().row("differs", "first", "second");
    comparison
        .differences()
        .forEach(difference ->
            table.row(difference.what(), cut(difference.first()), cut(difference.second())));
    table.print(out);
  }

  private static String cut(String text) {
    return text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
  }
}
