package org.hamtlab.papers.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hamtlab.papers.evidence.Interval;

/**
 * A quantity against a size, one line a series; several are named at their ends. Sizes stand on a
 * logarithmic axis, unless they are steps of one, such as levels.
 *
 * @param caption what it shows
 * @param across what the horizontal axis is
 * @param up what the vertical axis is
 * @param isLog whether the vertical axis is logarithmic
 * @param series lines by name
 */
public record LineChart(
    String caption, String across, String up, boolean isLog, List<Series> series)
    implements Exhibit {
  private static final double WIDTH = 760;
  private static final double LEFT = 56;
  private static final double RIGHT = 540;
  private static final double TOP = 30;
  private static final double BOTTOM = 280;
  private static final double LABEL_HEIGHT = 15;
  private static final int STYLES = 6;

  /** One line. */
  public record Series(String name, SortedMap<Double, Double> points) {}

  /** A chart whose vertical axis begins at zero; {@link #line} fills it. */
  public static LineChart of(String caption, String across, String up) {
    return new LineChart(caption, across, up, false, List.of());
  }

  /** A chart whose vertical axis is logarithmic. */
  public static LineChart ofLog(String caption, String across, String up) {
    return new LineChart(caption, across, up, true, List.of());
  }

  /** The same with a line more. */
  public LineChart line(String name, Map<Double, Double> points) {
    List<Series> more = new ArrayList<>(series);
    more.add(new Series(name, new TreeMap<>(points)));
    return new LineChart(caption, across, up, isLog, more);
  }

  @Override
  public String html() {
    double right = series.size() > 1 ? RIGHT : WIDTH - 20;
    Axis x =
        isStepwise()
            ? Axis.over(values(true), LEFT, right)
            : Axis.around(values(true), true, LEFT, right);
    Axis y = Axis.around(values(false), isLog, BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, BOTTOM + 48, caption);
    for (double tick : y.ticks()) {
      svg.line(LEFT, y.at(tick), right, y.at(tick), "grid");
      svg.text(LEFT - 6, y.at(tick) + 4, "end", "soft", Axis.label(tick));
    }
    for (double tick : x.ticks()) {
      svg.line(x.at(tick), BOTTOM, x.at(tick), BOTTOM + 4, "axis");
      svg.text(x.at(tick), BOTTOM + 18, "middle", "soft", Axis.label(tick));
    }
    svg.line(LEFT, BOTTOM, right, BOTTOM, "axis");
    svg.text((LEFT + right) / 2, BOTTOM + 40, "middle", "soft", across);
    svg.text(LEFT - 40, TOP - 14, "start", "soft", up);
    for (int i = 0; i < series.size(); i++) {
      draw(svg, x, y, series.get(i), i % STYLES);
    }
    if (series.size() > 1) {
      name(svg, y);
    }
    return svg.figure(caption);
  }

  private void draw(Svg svg, Axis x, Axis y, Series line, int style) {
    String points =
        line.points().entrySet().stream()
            .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x.at(p.getKey()), y.at(p.getValue())))
            .collect(Collectors.joining(" "));
    svg.path(points, "line line" + style);
    line.points()
        .forEach((at, value) ->
            svg.dot(
                x.at(at),
                y.at(value),
                "dot dot" + style,
                line.name() + " at " + Axis.label(at) + ": " + Interval.digits(value)));
  }

  /** Names the lines at their ends, moved apart where they would overlap. */
  private void name(Svg svg, Axis y) {
    List<Series> byHeight = new ArrayList<>(series);
    byHeight.removeIf(line -> line.points().isEmpty());
    byHeight.sort(Comparator.comparingDouble(line -> y.at(last(line))));
    double least = TOP;
    for (Series line : byHeight) {
      double height = Math.max(y.at(last(line)) + 4, least);
      int style = series.indexOf(line) % STYLES;
      svg.line(RIGHT + 6, height - 4, RIGHT + 22, height - 4, "line line" + style);
      svg.text(RIGHT + 27, height, "start", "label", line.name());
      least = height + LABEL_HEIGHT;
    }
  }

  private boolean isStepwise() {
    double[] sizes = values(true).distinct().sorted().toArray();
    return sizes.length > 2 && sizes[sizes.length - 1] - sizes[0] == sizes.length - 1;
  }

  private static double last(Series line) {
    return line.points().get(line.points().lastKey());
  }

  private DoubleStream values(boolean isAcross) {
    return series.stream()
        .flatMap(line -> (isAcross ? line.points().keySet() : line.points().values()).stream())
        .mapToDouble(v -> v);
  }
}
