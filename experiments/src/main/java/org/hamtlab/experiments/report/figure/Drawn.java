package org.hamtlab.experiments.report.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamtlab.experiments.report.UniformLevels;
import org.hamtlab.experiments.report.figure.Figure.Point;
import org.hamtlab.experiments.report.figure.Figure.Scale;
import org.hamtlab.experiments.report.figure.Figure.Series;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Plan;

/** The figures that a bundle has: ratios, effects and fronts of each group, shapes by level. */
final class Drawn {
  /** More rows than these fill no page. */
  private static final int MOST_ROWS = 40;

  /** Numbers that differ more than so many times stand on a logarithmic axis. */
  private static final double MOST_LINEAR = 8;

  private final Plan plan;
  private final Analysis analysis;
  private final List<Count> counts;
  private final UniformLevels uniform;

  Drawn(BundleFiles files) {
    plan = files.plan();
    counts = files.counts().read();
    uniform = new UniformLevels(plan);
    analysis =
        files
            .analysis()
            .orElseThrow(() ->
                new BundleException(
                    "figures: '"
                        + files.dir()
                        + "' has no analysis.json (expected one). Run 'hamt report "
                        + files.dir()
                        + "'."));
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    for (String operation : plan.operations()) {
      for (Plan.KeySet set : plan.keySets()) {
        List<Analysis.Cell> cells = cells(operation, set.keys());
        if (!cells.isEmpty()) {
          figures.add(ratios(operation, set.keys(), cells));
          front(operation, set.keys(), cells).ifPresent(figures::add);
        }
        effects(operation, set.keys()).ifPresent(figures::add);
      }
    }
    counts.stream()
        .filter(count -> count.treatment().equals(plan.baseline()))
        .map(this::shape)
        .forEach(figures::add);
    return figures;
  }

  private List<Analysis.Cell> cells(String operation, String keys) {
    return analysis.cells().stream()
        .filter(cell -> cell.operation().equals(operation) && cell.keys().equals(keys))
        .filter(cell -> cell.ratio() > 0)
        .toList();
  }

  private Figure ratios(String operation, String keys, List<Analysis.Cell> cells) {
    List<Analysis.Cell> rows = extremes(cells);
    int last = rows.size() - 1;
    List<Point> points =
        IntStream.rangeClosed(0, last)
            .mapToObj(i -> {
              Analysis.Cell cell = rows.get(i);
              return new Point(
                  cell.treatment(), cell.ratio(), cell.ratioLow(), cell.ratioHigh(), last - i);
            })
            .toList();
    return new Figure(
        name("ratio", operation, keys),
        title("Ratio of time to the baseline's", operation, keys)
            + (rows.size() < cells.size()
                ? " (" + rows.size() + " of " + cells.size() + ": both ends)"
                : ""),
        "ratio with " + Math.round(analysis.confidence() * 100) + " % interval",
        "",
        Scale.LOG_X,
        rows.reversed().stream().map(Analysis.Cell::label).toList(),
        1,
        List.of(new Series("ratio", false, points)));
  }

  /** Of many, the baseline and the fastest and slowest, in the order of the plan. */
  private static List<Analysis.Cell> extremes(List<Analysis.Cell> cells) {
    if (cells.size() <= MOST_ROWS) {
      return cells;
    }
    List<Analysis.Cell> sorted =
        cells.stream().sorted(Comparator.comparingDouble(Analysis.Cell::ratio)).toList();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < MOST_ROWS / 2; i++) {
      kept.add(sorted.get(i).treatment());
      kept.add(sorted.get(sorted.size() - 1 - i).treatment());
    }
    return cells.stream()
        .filter(cell -> cell.claim().equals(Analysis.BASELINE) || kept.contains(cell.treatment()))
        .toList();
  }

  private Optional<Figure> effects(String operation, String keys) {
    List<Analysis.Effect> terms =
        analysis.effects().stream()
            .filter(e -> e.operation().equals(operation) && e.keys().equals(keys))
            .filter(e -> e.degrees() > 0)
            .sorted((one, other) -> Double.compare(one.size(), other.size()))
            .toList();
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    List<Series> series =
        Stream.of(Analysis.EFFECT, Analysis.NO_CLAIM)
            .map(claim ->
                new Series(
                    claim.equals(Analysis.EFFECT) ? "claimed" : claim,
                    false,
                    IntStream.range(0, terms.size())
                        .filter(i -> terms.get(i).claim().equals(claim))
                        .mapToObj(i -> {
                          double share = 100 * terms.get(i).size();
                          return new Point(terms.get(i).term(), share, 0, share, i);
                        })
                        .toList()))
            .filter(each -> !each.points().isEmpty())
            .toList();
    return Optional.of(
        new Figure(
            name("effects", operation, keys),
            title("Effects of factors", operation, keys),
            "standard deviation over treatments, % of time",
            "",
            Scale.LINEAR,
            terms.stream().map(Analysis.Effect::term).toList(),
            Double.NaN,
            series));
  }

  private Optional<Figure> front(String operation, String keys, List<Analysis.Cell> cells) {
    Map<String, Double> bytes = new HashMap<>();
    counts.stream()
        .filter(count -> count.keys().equals(keys))
        .forEach(count -> bytes.put(count.treatment(), count.bytesPerEntry()));
    List<String> unbeaten =
        analysis.groups().stream()
            .filter(g -> g.operation().equals(operation) && g.keys().equals(keys))
            .flatMap(g -> g.front().stream())
            .toList();
    List<Series> series =
        Stream.of(true, false)
            .map(isFront ->
                new Series(
                    isFront ? "not beaten in both" : "beaten",
                    false,
                    cells.stream()
                        .filter(cell -> bytes.containsKey(cell.treatment()))
                        .filter(cell -> unbeaten.contains(cell.treatment()) == isFront)
                        .map(cell ->
                            Point.of(cell.treatment(), bytes.get(cell.treatment()), cell.ratio()))
                        .toList()))
            .filter(each -> !each.points().isEmpty())
            .toList();
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                name("front", operation, keys),
                title("Time and bytes", operation, keys),
                "bytes per entry",
                "ratio of time to the baseline's",
                isWide(bytes.values()) ? Scale.LOG_BOTH : Scale.LOG_Y,
                List.of(),
                Double.NaN,
                series));
  }

  /** Whether one treatment of many times the bytes would press all others against the axis. */
  private static boolean isWide(Collection<Double> bytes) {
    return Collections.min(bytes) > 0
        && Collections.max(bytes) > MOST_LINEAR * Collections.min(bytes);
  }

  private Figure shape(Count count) {
    List<Series> series = new ArrayList<>();
    List<Long> leaves = count.shape().leavesByLevel();
    int deepest = count.shape().maxDepth();
    series.add(
        new Series(
            "measured",
            true,
            IntStream.rangeClosed(1, deepest)
                .mapToObj(level -> Point.of("level " + level, level, leaves.get(level)))
                .toList()));
    uniform
        .of(count)
        .ifPresent(expected ->
            series.add(
                new Series(
                    "uniform hash",
                    true,
                    IntStream.rangeClosed(1, deepest)
                        .mapToObj(level ->
                            Point.of("level " + level, level, expected.leaves().get(level)))
                        .toList())));
    return new Figure(
        name("shape", count.treatment(), count.keys()),
        "Leaves by level: " + plan.treatment(count.treatment()).label() + ", " + count.keys(),
        "level",
        "leaf nodes",
        Scale.LINEAR,
        List.of(),
        Double.NaN,
        series);
  }

  private static String title(String what, String operation, String keys) {
    return what + ": " + operation + ", " + keys;
  }

  private static String name(String... parts) {
    return String.join("-", parts).replaceAll("[^A-Za-z0-9.]+", "-").toLowerCase(Locale.ROOT);
  }
}
