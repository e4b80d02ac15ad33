package org.hamtlab.experiments.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/** A figure as SVG, black on white with one hue, as paper wants it. */
final class Svg {
  private static final List<Color> HUES = List.of(new Color(0x0b63b0), new Color(0x5c6570));
  private static final List<Shape> SHAPES =
      List.of(new Ellipse2D.Double(-3.5, -3.5, 7, 7), new Rectangle2D.Double(-3, -3, 6, 6));
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Color GRID = new Color(0xd5dae0);
  private static final int WIDTH = 720;

  private Svg() {}

  static String of(Figure figure) {
    XYPlot plot = new XYPlot(points(figure), x(figure), y(figure), renderer(figure));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setOutlinePaint(GRID);
    if (!Double.isNaN(figure.reference())) {
      plot.addDomainMarker(
          new ValueMarker(
              figure.reference(),
              Color.BLACK,
              new BasicStroke(
                  1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4}, 0)));
    }
    JFreeChart chart =
        new JFreeChart(
            figure.title(), TEXT.deriveFont(Font.BOLD, 14f), plot, figure.series().size() > 1);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(6, 6, 6, 24));
    int height = figure.categories().isEmpty() ? 420 : 120 + 22 * figure.categories().size();
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, height);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
    return graphics.getSVGDocument();
  }

  private static XYIntervalSeriesCollection points(Figure figure) {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (Figure.Series series : figure.series()) {
      XYIntervalSeries some = new XYIntervalSeries(series.name());
      series.points().forEach(p -> some.add(p.x(), p.low(), p.high(), p.y(), p.y(), p.y()));
      all.addSeries(some);
    }
    return all;
  }

  private static XYErrorRenderer renderer(Figure figure) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setDrawXError(!figure.categories().isEmpty());
    for (int i = 0; i < figure.series().size(); i++) {
      renderer.setSeriesPaint(i, HUES.get(i % HUES.size()));
      renderer.setSeriesShape(i, SHAPES.get(i % SHAPES.size()));
      renderer.setSeriesStroke(i, new BasicStroke(1.5f));
      renderer.setSeriesLinesVisible(i, figure.series().get(i).joined());
    }
    return renderer;
  }

  private static ValueAxis x(Figure figure) {
    return fonts(
        switch (figure.scale()) {
          case LOG_X -> log(figure.xLabel(), LogTicks.of(figure.xs()));
          case LOG_BOTH -> log(figure.xLabel(), LogTicks.apart(figure.xs()));
          case LINEAR, LOG_Y -> linear(figure.xLabel());
        });
  }

  private static ValueAxis y(Figure figure) {
    if (!figure.categories().isEmpty()) {
      SymbolAxis axis = new SymbolAxis("", figure.categories().toArray(String[]::new));
      axis.setGridBandsVisible(false);
      return fonts(axis);
    }
    return fonts(
        switch (figure.scale()) {
          case LOG_Y, LOG_BOTH -> log(figure.yLabel(), LogTicks.of(figure.ys()));
          case LINEAR, LOG_X -> linear(figure.yLabel());
        });
  }

  private static NumberAxis linear(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  /** The library's own ticks are powers of one base. */
  private static LogAxis log(String label, LogTicks ticks) {
    LogAxis axis =
        new LogAxis(label) {
          @Override
          public List<NumberTick> refreshTicks(
              Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            TextAnchor anchor =
                RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
            return ticks.at().stream()
                .map(
                    tick -> new NumberTick(tick, LogTicks.text(tick), anchor, TextAnchor.CENTER, 0))
                .toList();
          }
        };
    axis.setMinorTickMarksVisible(false);
    axis.setRange(ticks.first(), ticks.last());
    return axis;
  }

  private static <A extends ValueAxis> A fonts(A axis) {
    axis.setLabelFont(TEXT);
    axis.setTickLabelFont(TEXT);
    return axis;
  }
}
