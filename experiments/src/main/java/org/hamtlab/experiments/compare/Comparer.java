package org.hamtlab.experiments.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.compare.Comparison.Agreement;
import org.hamtlab.experiments.compare.Comparison.Difference;
import org.hamtlab.experiments.compare.Comparison.Left;
import org.hamtlab.experiments.compare.Comparison.Pair;
import org.hamtlab.experiments.compare.Comparison.Ratio;
import org.hamtlab.experiments.compare.Comparison.Side;
import org.hamtlab.experiments.compare.Comparison.Times;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Plan;

/**
 * Puts two bundles side by side: ratios to a common baseline, each analysed anew from the raw files
 * of its own bundle. Neither bundle is written.
 */
final class Comparer {
  /** Differences named in a sentence. */
  private static final int NAMED = 6;

  private final One first;
  private final One second;
  private final List<Left> left = new ArrayList<>();

  private Comparer(One first, One second) {
    this.first = first;
    this.second = second;
  }

  /** A bundle with its analysis. */
  private record One(BundleFiles files, Plan plan, Analysis analysis) {
    static One of(BundleFiles files) {
      files.requireBundle();
      files.verifyPlan();
      return new One(files, files.plan(), Analyzer.analyse(files));
    }

    Side side() {
      return new Side(
          files.dir().toString(),
          plan.run(),
          analysis.complete(),
          analysis.forksDone(),
          analysis.confidence());
    }

    String baseline() {
      return plan.treatment(plan.baseline()).phrase();
    }

    /** Cells that have a ratio of their own, by what they are. */
    Map<Place, Cell> cells() {
      Map<Place, Cell> cells = new LinkedHashMap<>();
      for (Cell cell : analysis.cells()) {
        Plan.PlannedTreatment treatment = plan.treatment(cell.treatment());
        if (!treatment.baseline() && !treatment.isTwin()) {
          cells.put(new Place(cell.operation(), cell.keys(), cell.phrase()), cell);
        }
      }
      return cells;
    }

    Map<String, String> keyDigests() {
      return plan.keySets().stream()
          .collect(Collectors.toMap(Plan.KeySet::keys, Plan.KeySet::digest, (a, b) -> a));
    }
  }

  /** What a cell is in any bundle. */
  private record Place(String operation, String keys, String phrase) {
    String text() {
      return operation + " of " + keys + " by " + phrase;
    }
  }

  /**
   * Compares two bundles.
   *
   * @param withTimes whether absolute times are asked for too; an error where R6 forbids them
   */
  static Comparison compare(BundleFiles first, BundleFiles second, boolean withTimes) {
    return new Comparer(One.of(first), One.of(second)).comparison(withTimes);
  }

  private Comparison comparison(boolean withTimes) {
    requireCommonBaseline();
    if (withTimes) {
      requireOneSession();
    }
    List<Pair> pairs = pairs();
    List<Difference> differences = Differences.of(first.files(), second.files());
    double confidence = Math.min(first.analysis().confidence(), second.analysis().confidence());
    return new Comparison(
        first.baseline(),
        first.side(),
        second.side(),
        differences,
        pairs,
        left,
        withTimes ? times() : List.of(),
        Agreement.of(pairs, confidence),
        refusals(differences, withTimes));
  }

  /** Two shards of one run on one host may show their times; two runs may not. */
  private void requireOneSession() {
    String one = first.plan().run();
    String other = second.plan().run();
    List<Difference> differences =
        Differences.of(first.files(), second.files()).stream()
            .filter(difference -> !difference.what().equals(Differences.LOAD))
            .toList();
    if (!one.equals(other) || !differences.isEmpty()) {
      throw new BundleException(
          "R6: absolute times are not set side by side: "
              + apart(
                  one.equals(other) ? "one run" : "two sessions, " + one + " and " + other,
                  differences)
              + " (expected two parts of one run on one host). Leave --times out: ratios to the"
              + " common baseline may stand side by side.");
    }
  }

  private List<Times> times() {
    Map<Place, Cell> theirs = second.cells();
    return first.cells().entrySet().stream()
        .filter(entry -> theirs.containsKey(entry.getKey()))
        .map(entry ->
            new Times(
                entry.getKey().operation(),
                entry.getKey().keys(),
                entry.getValue().label(),
                entry.getValue().nsPerOp(),
                theirs.get(entry.getKey()).nsPerOp()))
        .toList();
  }

  private void requireCommonBaseline() {
    if (!first.baseline().equals(second.baseline())) {
      List<String> common =
          first.plan().treatments().stream()
              .map(Plan.PlannedTreatment::phrase)
              .filter(phrase ->
                  second.plan().treatments().stream().anyMatch(t -> t.phrase().equals(phrase)))
              .distinct()
              .toList();
      throw new BundleException(
          "R6: the baselines differ: "
              + first.files().dir()
              + " has '"
              + first.baseline()
              + "', "
              + second.files().dir()
              + " has '"
              + second.baseline()
              + "' (expected one common baseline, or ratios mean different things). Sweep again"
              + " with an equal 'baseline'; both measured: "
              + (common.isEmpty() ? "no treatment in common" : String.join("; ", common))
              + ".");
    }
  }

  private List<Pair> pairs() {
    Map<Place, Cell> ours = first.cells();
    Map<Place, Cell> theirs = second.cells();
    Map<String, String> digests = first.keyDigests();
    List<Pair> pairs = new ArrayList<>();
    ours.forEach((place, cell) -> {
      Cell other = theirs.get(place);
      if (other == null) {
        left.add(new Left(place.text(), "only in " + first.files().dir()));
      } else if (!digests.get(place.keys()).equals(second.keyDigests().get(place.keys()))) {
        left.add(new Left(place.text(), "R6: other keys under the same name"));
      } else {
        pairs.add(pair(place, cell, other));
      }
    });
    theirs.keySet().stream()
        .filter(place -> !ours.containsKey(place))
        .forEach(place -> left.add(new Left(place.text(), "only in " + second.files().dir())));
    return pairs;
  }

  private static Pair pair(Place place, Cell cell, Cell other) {
    return Pair.of(
        place.operation(), place.keys(), cell.label(), place.phrase(), ratio(cell), ratio(other));
  }

  private static Ratio ratio(Cell cell) {
    return new Ratio(
        cell.ratio(), cell.ratioLow(), cell.ratioHigh(), cell.claim(), cell.refusals());
  }

  private static String apart(String sessions, List<Difference> differences) {
    if (differences.isEmpty()) {
      return sessions;
    }
    String named =
        differences.stream().map(Difference::what).limit(NAMED).collect(Collectors.joining(", "));
    String more =
        differences.size() > NAMED ? " and " + (differences.size() - NAMED) + " more" : "";
    return sessions + "; different: " + named + more;
  }

  private static List<Refusal> refusals(List<Difference> differences, boolean withTimes) {
    List<Refusal> refusals = new ArrayList<>();
    if (!withTimes) {
      refusals.add(
          new Refusal(
              "R6",
              "Absolute times are not set side by side: "
                  + apart("two sessions", differences)
                  + "."));
    }
    refusals.add(
        new Refusal(
            "R6",
            "No new verdict: a claim is that of its own bundle. Where ratios disagree, anything"
                + " that differs may be the cause."));
    refusals.add(
        new Refusal(
            "R10", "Ratios of the two bundles are neither subtracted, divided nor averaged."));
    return refusals;
  }
}
