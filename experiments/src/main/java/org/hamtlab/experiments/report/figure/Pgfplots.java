package org.hamtlab.experiments.report.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A figure as a {@code tikzpicture} that reads its numbers from the CSV beside it. Column {@code s}
 * is the number of the series; {@code minus} and {@code plus} are the arms of the interval.
 */
final class Pgfplots {
  private static final List<String> STYLES =
      List.of("mark=*, color={rgb,255:red,11;green,99;blue,176}", "mark=square, color=gray");

  private Pgfplots() {}

  static String csv(Figure figure) {
    StringBuilder rows = new StringBuilder("s,id,x,low,high,y,minus,plus\n");
    for (int s = 0; s < figure.series().size(); s++) {
      for (Figure.Point p : figure.series().get(s).points()) {
        rows.append(
            String.format(
                Locale.ROOT,
                "%d,%s,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g%n",
                s,
                p.id().replace(',', ';'),
                p.x(),
                p.low(),
                p.high(),
                p.y(),
                p.x() - p.low(),
                p.high() - p.x()));
      }
    }
    return rows.toString();
  }

  static String tex(Figure figure) {
    return """
    %% Needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.17}.
    \\begin{tikzpicture}
    \\begin{axis}[
      title={%s}, xlabel={%s}, ylabel={%s}, width=\\linewidth, grid=major,
      legend pos=outer north east,%s%s]
    %s%s\\end{axis}
    \\end{tikzpicture}
    """
        .formatted(
            escaped(figure.title()),
            escaped(figure.xLabel()),
            escaped(figure.yLabel()),
            switch (figure.scale()) {
              case LINEAR -> "";
              case LOG_X -> " xmode=log, log ticks with fixed point,";
              case LOG_Y -> " ymode=log, log ticks with fixed point,";
            },
            categories(figure),
            reference(figure),
            IntStream.range(0, figure.series().size())
                .mapToObj(s -> plot(figure, s))
                .collect(Collectors.joining()));
  }

  private static String categories(Figure figure) {
    if (figure.categories().isEmpty()) {
      return "";
    }
    int size = figure.categories().size();
    String ticks =
        IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(","));
    String labels =
        figure.categories().stream()
            .map(label -> "{" + escaped(label) + "}")
            .collect(Collectors.joining(","));
    return " ytick={%s}, yticklabels={%s}, ymin=-0.5, ymax=%d.5, height=%dcm,"
        .formatted(ticks, labels, size - 1, 3 + size * 6 / 10);
  }

  private static String reference(Figure figure) {
    return Double.isNaN(figure.reference())
        ? ""
        : "\\draw[dashed] ({axis cs:%s,0}|-{rel axis cs:0,0}) -- ({axis cs:%s,0}|-{rel axis cs:0,1});%n"
            .formatted(figure.reference(), figure.reference());
  }

  private static String plot(Figure figure, int s) {
    Figure.Series series = figure.series().get(s);
    String legend =
        figure.series().size() == 1 ? "" : "\\addlegendentry{" + escaped(series.name()) + "}\n";
    String bars = figure.categories().isEmpty() ? "" : ", error bars/.cd, x dir=both, x explicit";
    return """
    \\addplot[%s%s, restrict expr to domain={\\thisrow{s}}{%d:%d}%s]
      table[col sep=comma, x=x, y=y, x error minus=minus, x error plus=plus]{%s.csv};
    %s\
    """
        .formatted(
            series.joined() ? "" : "only marks, ",
            STYLES.get(s % STYLES.size()),
            s,
            s,
            bars,
            figure.name(),
            legend);
  }

  /** Text that TeX sets as it stands. */
  static String escaped(String text) {
    StringBuilder all = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\' -> all.append("\\textbackslash{}");
            case '~' -> all.append("\\textasciitilde{}");
            case '^' -> all.append("\\textasciicircum{}");
            case '×' -> all.append("$\\times$");
            case '{', '}', '_', '#', '%', '&', '$' -> all.append('\\').appendCodePoint(c);
            default -> all.appendCodePoint(c);
          }
        });
    return all.toString();
  }
}
