package org.hamtlab.experiments.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Points with intervals along x, in series; what every writer draws.
 *
 * @param name name of its files, without extension
 * @param title what is shown
 * @param xLabel what x is, with its unit
 * @param yLabel what y is; empty for categories
 * @param scale scales of both axes
 * @param categories names of y = 0, 1, …; empty where y is a number
 * @param reference x of a dashed line, NaN for none
 * @param series the points
 */
record Figure(
    String name,
    String title,
    String xLabel,
    String yLabel,
    Scale scale,
    List<String> categories,
    double reference,
    List<Series> series) {

  /** Every x, ends of intervals included. */
  double[] xs() {
    return points().flatMapToDouble(p -> DoubleStream.of(p.x(), p.low(), p.high())).toArray();
  }

  /** Every y. */
  double[] ys() {
    return points().mapToDouble(Point::y).toArray();
  }

  private Stream<Point> points() {
    return series.stream().flatMap(each -> each.points().stream());
  }

  /** Which axes are logarithmic. */
  enum Scale {
    LINEAR,
    LOG_X,
    LOG_Y,
    LOG_BOTH
  }

  /**
   * Points that look alike.
   *
   * @param name its name in the legend
   * @param joined whether a line joins them
   * @param points the points
   */
  record Series(String name, boolean joined, List<Point> points) {}

  /**
   * One point.
   *
   * @param id treatment, term or level
   * @param x its x
   * @param low lower end of x's interval; x where there is none
   * @param high upper end
   * @param y its y
   */
  record Point(String id, double x, double low, double high, double y) {
    static Point of(String id, double x, double y) {
      return new Point(id, x, x, x, y);
    }
  }
}
