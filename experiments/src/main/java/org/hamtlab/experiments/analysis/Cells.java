package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.analysis.inference.Multiplicity;
import org.hamtlab.experiments.analysis.inference.Replicates;
import org.hamtlab.experiments.analysis.inference.VarianceComponents;
import org.hamtlab.experiments.analysis.steady.Classifier;
import org.hamtlab.experiments.analysis.steady.Course;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Analysis.Variance;
import org.hamtlab.experiments.store.Plan;

/** Judges all comparisons of a bundle as one family. */
final class Cells {
  /** What a fork takes beside its iterations, in milliseconds. */
  private static final double FORK_MILLIS = 1000;

  private static final int MOST_ITERATIONS = 50;

  private final Plan plan;
  private final Measurements measurements;
  private final Counts counts;
  private final Controls controls;
  private final Displacement displacement;
  private final Multiplicity multiplicity;
  private final Map<Measurements.Cell, Map<Course, Integer>> courses = new LinkedHashMap<>();

  Cells(Plan plan, Measurements measurements, Counts counts, Controls controls) {
    this.plan = plan;
    this.measurements = measurements;
    this.counts = counts;
    this.controls = controls;
    this.displacement = new Displacement(plan);
    this.multiplicity = Multiplicity.of(plan.exploratory());
  }

  List<Cell> judge(List<Comparison> comparisons) {
    double margin = Math.log1p(plan.smallestEffect());
    double[] p = adjusted(comparisons, c -> c.p(margin));
    double[] equivalent = adjusted(comparisons, c -> c.pEquivalent(margin));
    Judge judge = new Judge(plan.smallestEffect(), plan.confidence(), multiplicity.title());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      Comparison comparison = comparisons.get(i);
      Judge.Floor floor = controls.floor(comparison.cell());
      Judge.Verdict verdict = verdict(judge, comparison, p[i], equivalent[i], floor);
      cells.add(
          cell(
              comparison,
              verdict,
              new double[] {
                comparison.p(margin),
                p[i],
                comparison.pEquivalent(margin),
                equivalent[i],
                floor.share()
              }));
    }
    return cells;
  }

  /** Adjusts within the family of subjects; what is no subject keeps 1. */
  private double[] adjusted(List<Comparison> comparisons, ToDoubleFunction<Comparison> p) {
    double[] family =
        multiplicity.adjusted(
            comparisons.stream().filter(Comparison::isSubject).mapToDouble(p).toArray());
    double[] all = new double[comparisons.size()];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = comparisons.get(i).isSubject() ? family[next++] : 1;
    }
    return all;
  }

  private Judge.Verdict verdict(
      Judge judge, Comparison comparison, double p, double equivalent, Judge.Floor floor) {
    Plan.PlannedTreatment treatment = comparison.treatment();
    if (!comparison.isSubject()) {
      return treatment.baseline()
          ? new Judge.Verdict(Analysis.BASELINE, "others are compared with it", "", List.of())
          : new Judge.Verdict(Analysis.TWIN, "its distance is the noise floor", "", List.of());
    }
    Measurements.Cell cell = comparison.cell();
    Measurements.Cell baseline = cell.of(plan.baseline());
    Measurements.Cell worse = unsteady(cell) < unsteady(baseline) ? baseline : cell;
    return judge.judge(
        new Judge.Evidence(
            comparison.ratio(),
            comparison.blocks(),
            p,
            equivalent,
            floor,
            unsteady(worse),
            measurements.forks(worse).size(),
            displacement.of(treatment),
            Cause.of(
                treatment.changed(),
                counts.of(treatment.id(), cell.keys()),
                counts.of(plan.baseline(), cell.keys()))));
  }

  private int unsteady(Measurements.Cell cell) {
    return courses(cell).getOrDefault(Course.NO_STEADY_STATE, 0);
  }

  private Map<Course, Integer> courses(Measurements.Cell cell) {
    return courses.computeIfAbsent(
        cell,
        any -> {
          Classifier classifier = new Classifier(plan.smallestEffect());
          Map<Course, Integer> found = new LinkedHashMap<>();
          measurements
              .forks(cell)
              .values()
              .forEach(
                  f -> found.merge(classifier.classify(f.warmup(), f.measured()), 1, Integer::sum));
          return found;
        });
  }

  private Cell cell(Comparison comparison, Judge.Verdict verdict, double[] figures) {
    Measurements.Cell cell = comparison.cell();
    Forks forks = measurements.iterations(cell);
    Interval time = forks.interval(plan.confidence());
    return new Cell(
        cell.operation(),
        cell.keys(),
        comparison.keySet().n(),
        cell.treatment(),
        comparison.treatment().label(),
        comparison.treatment().phrase(),
        forks.count(),
        forks.iterations(),
        time.value(),
        time.low(),
        time.high(),
        comparison.ratio().value(),
        comparison.ratio().low(),
        comparison.ratio().high(),
        verdict.claim(),
        verdict.rule(),
        verdict.cause(),
        verdict.refusals().stream().map(Refusal::code).toList(),
        verdict.refusals().stream().map(Refusal::sentence).toList(),
        figures[0],
        figures[1],
        figures[2],
        figures[3],
        figures[4],
        words(courses(cell)),
        variance(comparison, forks),
        Arrays.stream(forks.means()).map(Math::exp).boxed().toList());
  }

  private static Map<String, Integer> words(Map<Course, Integer> courses) {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (Course course : Course.values()) {
      if (courses.containsKey(course)) {
        words.put(course.word(), courses.get(course));
      }
    }
    return words;
  }

  private Variance variance(Comparison comparison, Forks forks) {
    VarianceComponents components = VarianceComponents.of(forks.logs());
    double paired = comparison.estimate().map(e -> e.error() * Math.sqrt(e.blocks())).orElse(0.0);
    double half = comparison.estimate().map(e -> e.halfWidth(plan.confidence())).orElse(0.0);
    int cells = plan.operations().size() * plan.keySets().size() + 1;
    double fork =
        FORK_MILLIS / cells
            + plan.timing().warmupIterations() * (double) plan.timing().warmupMillis();
    return new Variance(
        Math.expm1(Math.sqrt(components.iteration())),
        Math.expm1(Math.sqrt(components.fork())),
        Math.expm1(paired),
        Math.expm1(half),
        comparison.estimate().isEmpty()
            ? 0
            : Replicates.needed(paired, Math.log1p(plan.smallestEffect()), plan.confidence()),
        components.iterationsWorthTaking(fork, plan.timing().iterationMillis(), MOST_ITERATIONS));
  }
}
