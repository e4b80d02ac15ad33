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

  /** What fits a line of a name's column, about. */
  private static final int LINE_CHARACTERS = 30;

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
      title={%s}, title style={align=center, text width=0.9\\linewidth}, xlabel={%s}, ylabel={%s},
      grid=major, legend style={at={(0.5,0)}, anchor=north, yshift=-1.2cm, legend columns=-1, draw=none},
      %s%s]
    %s%s\\end{axis}
    \\end{tikzpicture}
    """
        .formatted(
            escaped(figure.title()),
            escaped(figure.xLabel()),
            escaped(figure.yLabel()),
            switch (figure.scale()) {
              case LINEAR -> figure.categories().isEmpty() ? "ymin=0," : "xmin=0,";
              case LOG_X -> log('x', LogTicks.of(figure.xs()));
              case LOG_Y -> "xmin=0, " + log('y', LogTicks.of(figure.ys()));
              case LOG_BOTH ->
                  log('x', LogTicks.apart(figure.xs())) + " " + log('y', LogTicks.of(figure.ys()));
            },
            categories(figure),
            reference(figure),
            IntStream.range(0, figure.series().size())
                .mapToObj(s -> plot(figure, s))
                .collect(Collectors.joining()));
  }

  /** Left to itself, an axis of less than a decade would have one tick. */
  private static String log(char axis, LogTicks ticks) {
    String all = ticks.at().stream().map(LogTicks::text).collect(Collectors.joining(","));
    return "%1$cmode=log, %1$cmin=%2$s, %1$cmax=%3$s, %1$ctick={%4$s}, %1$cticklabels={%4$s}, %1$cminorticks=false,"
        .formatted(axis, LogTicks.text(ticks.first()), LogTicks.text(ticks.last()), all);
  }

  /** Names stand in a column of their own, and rows are as high as the longest name has lines. */
  private static String categories(Figure figure) {
    if (figure.categories().isEmpty()) {
      return " width=\\linewidth,";
    }
    int size = figure.categories().size();
    int longest = figure.categories().stream().mapToInt(String::length).max().orElse(0);
    int lines = (longest + LINE_CHARACTERS - 1) / LINE_CHARACTERS;
    String ticks =
        IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(","));
    String labels =
        figure.categories().stream()
            .map(label -> "{" + breakable(escaped(label)) + "}")
            .collect(Collectors.joining(","));
    return """
     scale only axis, width=0.5\\linewidth, height=%scm, ymin=-0.6, ymax=%s.6,
      yticklabel style={font=\\footnotesize, align=right, text width=0.38\\linewidth},
      ytick={%s}, yticklabels={%s},\
    """
        .formatted(LogTicks.text((4 + 4 * lines) * size / 10.0 + 1), size - 1, ticks, labels);
  }

  /** A phrase may break after a brace or a comma, where TeX by itself breaks nothing. */
  private static String breakable(String escaped) {
    return escaped.replace(",", ",\\allowbreak{}").replace("\\{", "\\{\\allowbreak{}");
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
