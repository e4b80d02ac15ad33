package org.hamtlab.experiments.composition;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hamtlab.experiments.analysis.Forks;
import org.hamtlab.experiments.analysis.inference.Interval;

/**
 * The table of the composition benchmark: ratios to the monolith with 95 % intervals, and for the
 * fused side the test of equivalence (two one-sided tests at 5 %: the 90 % interval lies inside the
 * margin). A cell without samples is shown as missing, and no verdict is passed over it.
 */
final class CompositionSummary {
  static final List<String> LAYOUTS = List.of("tagged-int", "sealed-class");

  private static final double CONFIDENCE = 0.95;

  /** Of two one-sided tests at 5 %. */
  private static final double TWO_SIDED = 0.90;

  private static final String MISSING = "–";
  private static final Map<String, Double> MARGINS =
      new TreeMap<>(Map.of("get", 1.03, "put", 1.06, "remove", 1.06));

  private final List<CompositionSample> samples;
  private final List<Integer> sizes;

  CompositionSummary(List<CompositionSample> samples, List<Integer> sizes) {
    this.samples = samples;
    this.sizes = sizes.stream().distinct().sorted().toList();
  }

  void print(PrintStream out) {
    out.println(
        "| operation | size | layout | fused | monolith again | shared | HashMap | Scala |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (String operation : MARGINS.keySet()) {
      for (int size : sizes) {
        for (String layout : LAYOUTS) {
          out.println(row(operation, size, layout));
        }
      }
    }
    out.println();
    MARGINS.forEach((operation, margin) -> out.println(verdict(operation, margin)));
  }

  private String row(String operation, int size, String layout) {
    Forks monolith = forks(Side.MONOLITH, operation, size, layout);
    StringBuilder row = new StringBuilder();
    row.append("| ").append(operation).append(" | ").append(size).append(" | ").append(layout);
    for (Side side :
        List.of(Side.FUSED, Side.MONOLITH_AGAIN, Side.SHARED, Side.HASH_MAP, Side.SCALA)) {
      Forks forks = forks(side, operation, size, side.isPeer() ? LAYOUTS.getFirst() : layout);
      row.append(" | ").append(ratio(forks, monolith));
    }
    return row.append(" |").toString();
  }

  private String ratio(Forks forks, Forks monolith) {
    return forks.count() == 0 || monolith.count() == 0
        ? MISSING
        : text(forks.over(monolith).interval(CONFIDENCE));
  }

  /**
   * One number a copy, the geometric mean of its iterations: they share a compilation, so drawing
   * them apart would make intervals too narrow.
   */
  private Forks forks(Side side, String operation, int size, String layout) {
    Map<Integer, Map<Integer, List<Double>>> byFork = new TreeMap<>();
    for (CompositionSample sample : samples) {
      if (sample.side().equals(side.key())
          && sample.operation().equals(operation)
          && sample.size() == size
          && sample.layout().equals(layout)) {
        byFork
            .computeIfAbsent(sample.fork(), any -> new TreeMap<>())
            .computeIfAbsent(sample.copy(), any -> new ArrayList<>())
            .add(sample.nanosPerKey());
      }
    }
    return Forks.ofTimes(
        byFork.values().stream()
            .map(copies -> copies.values().stream().mapToDouble(CompositionSummary::mean).toArray())
            .toList());
  }

  private static double mean(List<Double> times) {
    return Math.exp(times.stream().mapToDouble(Math::log).average().orElseThrow());
  }

  private String verdict(String operation, double margin) {
    List<Forks> fused = new ArrayList<>();
    List<Forks> monolith = new ArrayList<>();
    List<Forks> again = new ArrayList<>();
    for (int size : sizes) {
      for (String layout : LAYOUTS) {
        fused.add(forks(Side.FUSED, operation, size, layout));
        monolith.add(forks(Side.MONOLITH, operation, size, layout));
        again.add(forks(Side.MONOLITH_AGAIN, operation, size, layout));
      }
    }
    if (Stream.of(fused, monolith, again)
        .flatMap(List::stream)
        .anyMatch(side -> side.count() == 0)) {
      return "- " + operation + ": no verdict, since cells are missing";
    }
    Interval interval = Forks.mean(fused).over(Forks.mean(monolith)).interval(TWO_SIDED);
    boolean isEquivalent = interval.low() > 1 / margin && interval.high() < margin;
    return String.format(
        Locale.ROOT,
        "- %s: fused over monolith %s in geometric mean (90 %% interval), %s within %.0f %%;"
            + " monolith again %s",
        operation,
        text(interval),
        isEquivalent ? "equivalent" : "not shown equivalent",
        (margin - 1) * 100,
        text(Forks.mean(again).over(Forks.mean(monolith)).interval(TWO_SIDED)));
  }

  private static String text(Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", interval.value(), interval.low(), interval.high());
  }
}
