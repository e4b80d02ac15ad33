package org.hamtlab.papers.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hamtlab.papers.evidence.Interval;

/**
 * Estimates below each other, each a dot with its interval, beside a line for what was claimed.
 *
 * @param caption what it shows
 * @param unit of the values, under the axis
 * @param isLog whether equal ratios have equal lengths
 * @param marks vertical lines, such as the published value
 * @param rows what was measured
 */
public record IntervalChart(
    String caption, String unit, boolean isLog, List<Mark> marks, List<Row> rows)
    implements Exhibit {
  private static final double WIDTH = 760;
  private static final double RIGHT = 610;
  private static final double GAP = 10;
  private static final double MARK_LINE = 15;
  private static final double STEP = 24;

  /** A line at a value. */
  public record Mark(double value, String label) {

    /** Its label, which ends with the value. */
    String text() {
      String number = Axis.label(value);
      return label.endsWith(number) || Character.isDigit(label.charAt(0))
          ? label
          : label + " " + number;
    }
  }

  /** One estimate. */
  public record Row(String label, Interval interval) {}

  /** A chart of ratios; {@link #row} and {@link #mark} fill it. */
  public static IntervalChart ofRatios(String caption, String unit) {
    return new IntervalChart(caption, unit, true, List.of(), List.of());
  }

  /** A chart of amounts, from zero. */
  public static IntervalChart ofAmounts(String caption, String unit) {
    return new IntervalChart(caption, unit, false, List.of(), List.of());
  }

  /** The same with a row more. */
  public IntervalChart row(String label, Interval interval) {
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(label, interval));
    return new IntervalChart(caption, unit, isLog, marks, more);
  }

  /** The same with an exact value more. */
  public IntervalChart row(String label, double exact) {
    return row(label, new Interval(exact, exact, exact, 1));
  }

  /** The same with a line more. */
  public IntervalChart mark(double value, String label) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(new Mark(value, label));
    return new IntervalChart(caption, unit, isLog, more, rows);
  }

  @Override
  public String html() {
    double left =
        GAP + rows.stream().mapToDouble(row -> Svg.width(row.label())).max().orElse(0) + GAP;
    DoubleStream values =
        DoubleStream.concat(
            rows.stream()
                .map(Row::interval)
                .flatMapToDouble(i -> DoubleStream.of(i.value(), i.low(), i.high())),
            marks.stream().mapToDouble(Mark::value));
    Axis axis = Axis.around(values, isLog, left, RIGHT);
    List<Integer> lines = markLines(axis);
    double top = 12 + MARK_LINE * lines.stream().mapToInt(line -> line + 1).max().orElse(0);
    double bottom = top + rows.size() * STEP;
    Svg svg = new Svg(WIDTH, bottom + 44, caption);
    for (double tick : axis.ticks()) {
      svg.line(axis.at(tick), top, axis.at(tick), bottom, "grid");
      svg.text(axis.at(tick), bottom + 16, "middle", "soft", Axis.label(tick));
    }
    if (isLog && axis.holds(1)) {
      svg.line(axis.at(1), top, axis.at(1), bottom, "axis");
    }
    svg.text((left + RIGHT) / 2, bottom + 36, "middle", "soft", unit);
    for (int i = 0; i < marks.size(); i++) {
      draw(svg, axis, marks.get(i), top - GAP - MARK_LINE * lines.get(i), bottom);
    }
    for (int i = 0; i < rows.size(); i++) {
      draw(svg, axis, rows.get(i), top + (i + 0.5) * STEP);
    }
    return svg.figure(caption);
  }

  /** The line of text above the chart, from below, in which each mark's label meets no other. */
  private List<Integer> markLines(Axis axis) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      int line = 0;
      while (isTaken(axis, lines, i, line)) {
        line++;
      }
      lines.add(line);
    }
    return lines;
  }

  private boolean isTaken(Axis axis, List<Integer> lines, int own, int line) {
    for (int other = 0; other < own; other++) {
      double apart = Math.abs(axis.at(marks.get(other).value()) - axis.at(marks.get(own).value()));
      double needed =
          (Svg.width(marks.get(other).text()) + Svg.width(marks.get(own).text())) / 2 + GAP;
      if (lines.get(other) == line && apart < needed) {
        return true;
      }
    }
    return false;
  }

  private static void draw(Svg svg, Axis axis, Mark mark, double height, double bottom) {
    double x = axis.at(mark.value());
    svg.line(x, height + 4, x, bottom, "mark");
    double half = Svg.width(mark.text()) / 2;
    svg.text(Math.clamp(x, half, WIDTH - half), height, "middle", "marked", mark.text());
  }

  private void draw(Svg svg, Axis axis, Row row, double y) {
    Interval interval = row.interval();
    boolean isExact = interval.low() == interval.high();
    svg.text(axis.start() - GAP, y + 4, "end", "label", row.label());
    if (!isLog && isExact) {
      svg.bar(axis.at(0), y - 7, axis.at(interval.value()) - axis.at(0), 14);
    } else {
      svg.line(axis.at(interval.low()), y, axis.at(interval.high()), y, "range");
      svg.dot(axis.at(interval.value()), y, "dot", row.label() + ": " + interval.text());
    }
    String value = isExact ? Interval.digits(interval.value()) : interval.text();
    svg.text(RIGHT + GAP, y + 4, "start", "label", value);
  }
}
